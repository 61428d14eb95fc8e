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

test("Q.1: on paper no reason to call is cut off", async ({ page, as }) => {
  await as("rep");
  await page.goto("/queue");
  const why = page
    .locator("tbody td.cell-grow")
    .filter({ hasText: /read|asked|downloaded/i })
    .first();
  const words = why.locator("span").first();
  await expect(words).toHaveCSS("-webkit-line-clamp", "2");
  await page.emulateMedia({ media: "print" });
  await expect(words).toHaveCSS("-webkit-line-clamp", "none");
  await expect(words).toHaveCSS("white-space", "normal");
});

test("Q.1: a filter and an order keep the focus that pressed them, and their list is read aloud", async ({
  page,
  as,
}) => {
  await as("rep");
  await page.goto("/queue?list=open");
  await atWork(page);
  const tier = page.getByRole("link", { name: "Tier 1" });
  await tier.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/tier1/);
  await expect(tier).toHaveAttribute("aria-current", "true");
  await expect(tier).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: /^\d+ (of \d+ )?leads?/ })).toHaveCount(
    1,
  );

  const head = page.getByRole("columnheader", { name: "Score" });
  await head.getByRole("link").focus();
  await page.keyboard.press("Enter");
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await expect(head.getByRole("link")).toBeFocused();
});

test("Q.1: above a list that filters have emptied, nothing is said to be due", async ({
  page,
  as,
}) => {
  await as("rep");
  await page.goto("/queue?list=open&only=due,tier1,rising,warm,tried");
  await expect(page.getByText("No lead is like that now.")).toBeVisible();
  await expect(page.getByText(/due now/)).toHaveCount(0);
});

test("C1.7: forced colours draw a bad hour, and mark one tab and one filter alone", async ({
  page,
  as,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await as("rep");
  await page.goto("/queue?list=open&only=tier1");
  await atWork(page);
  const seen = await page.evaluate(() => {
    const time = document.createElement("span");
    time.className = "quiet-hour";
    document.querySelector("main")?.append(time);
    const moon = getComputedStyle(time, "::before").backgroundColor;
    time.style.backgroundColor = "Canvas";
    const paper = getComputedStyle(time).backgroundColor;
    const lines = [...document.querySelectorAll(".tab")].map(
      (tab) => getComputedStyle(tab).borderBottomColor !== paper,
    );
    const ticks = [...document.querySelectorAll("a.chip")].filter(
      (chip) => getComputedStyle(chip, "::before").content !== "none",
    );
    return { moon, paper, lines, ticked: ticks.map(({ textContent }) => textContent) };
  });
  expect(seen.moon).not.toBe(seen.paper);
  expect(seen.lines.filter(Boolean)).toHaveLength(1);
  expect(seen.ticked).toEqual(["Tier 1"]);
});

test("Q.4: the palette finds a name by plain letters", async ({ page, as }) => {
  await as("rep");
  await page.goto("/queue?list=open");
  await atWork(page);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("joran");
  await expect(page.getByRole("option", { name: /Jöran/ }).first()).toBeVisible();
});
