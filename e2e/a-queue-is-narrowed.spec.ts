import { expect, test } from "./support/test";

test("Q.1: filters and order live in the address, and come back with it", async ({ page, as }) => {
  await as("rep");
  await page.goto("/queue");
  const filters = page.getByRole("navigation", { name: "Filters" });
  await filters.getByRole("link", { name: "Tried" }).click();
  await expect(page).toHaveURL(/only=tried/);
  await page.getByRole("columnheader", { name: "Score" }).getByRole("link").click();
  await expect(page).toHaveURL(/sort=-score/);
  await expect(page.getByRole("columnheader", { name: "Score" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  const scores = page.locator("tbody td:nth-child(6) > span:first-child");
  const shown = (await scores.allTextContents()).map(Number).filter(Number.isFinite);
  expect(shown.length).toBeGreaterThan(1);
  expect(shown).toEqual(shown.toSorted((one, other) => other - one));

  await page.getByRole("table").getByRole("link").nth(-1).click();
  await expect(page.getByRole("heading", { name: "Why now" })).toBeVisible();
  await page.getByRole("link", { name: "Queue" }).last().click();
  await expect(page).toHaveURL(/only=tried/);
  await expect(filters.getByRole("link", { name: "Tried" })).toHaveAttribute(
    "aria-current",
    "true",
  );
  await expect(page.getByRole("row").and(page.locator("[aria-current]"))).toHaveCount(1);
});

test("Q.1: on paper no reason to call is cut off", async ({ page, as }) => {
  await as("rep");
  await page.goto("/queue");
  const why = page
    .locator("tbody td.cell-grow")
    .filter({ hasText: /read|asked|downloaded/i })
    .first();
  await expect(why).toHaveCSS("white-space", "nowrap");
  await page.emulateMedia({ media: "print" });
  await expect(why).toHaveCSS("white-space", "normal");
});
