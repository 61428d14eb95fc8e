import { atWork } from "./support/queue";
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

test("Q.1: what is cut comes up whole where one points at it", async ({ page, as }) => {
  await page.setViewportSize({ width: 1100, height: 900 });
  await as("rep");
  await page.goto("/queue");
  await atWork(page);
  const row = page.locator("tbody tr").filter({ hasText: "days after downloading" }).first();
  const why = row.locator(".cell-grow");
  const marks = row.locator(".marks");
  // The link of a row lies above its cells.
  await why.hover({ force: true });
  await expect(row.locator(".row-link")).toHaveAttribute("title", (await why.textContent()) ?? "");
  await marks.hover({ force: true });
  await expect(row.locator(".row-link")).toHaveAttribute(
    "title",
    (await marks.getAttribute("aria-label")) ?? "",
  );
});

test("O.1: a title that lies under a row's link comes up where one points at it", async ({
  page,
  as,
}) => {
  await as("marketing_ops");
  await page.goto("/ops");
  await atWork(page);
  const row = page.locator("tbody tr").first();
  const since = row.locator("td span[title]").first();
  await since.hover({ force: true });
  await expect(row.locator(".row-link")).toHaveAttribute(
    "title",
    (await since.getAttribute("title")) ?? "",
  );
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
