import { readFile } from "node:fs/promises";
import { accessibilityFaults, expect, test, VIEWS } from "./support/test";

test("A.6: a manager follows a point of the trend down to its leads, and takes the numbers along", async ({
  page,
  as,
}) => {
  await as("manager");
  await page.goto("/audit/trends");
  await page.getByRole("button", { name: "Five categories" }).click();
  await page.getByRole("menuitem", { name: "Behavioral trail" }).click();
  const chart = page.getByRole("figure", { name: /Behavioral trail$/ });
  await expect(chart.locator("svg").first()).toBeVisible();
  await chart.getByText("The numbers as a table").click();
  // The latest week that is over: nothing is routed into it any more.
  const cell = chart.getByRole("row").nth(2).getByRole("cell").first();
  const [, complete, of] = /(\d+) of (\d+)/.exec((await cell.textContent()) ?? "") ?? [];
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    chart.getByRole("button", { name: /CSV/ }).click(),
  ]);
  const csv = await readFile(await download.path(), "utf8");
  expect(csv).toContain(`${complete} of ${of}`);
  await cell.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: "Behavioral trail" })).toBeVisible();
  const short = Number(of) - Number(complete);
  const many = (count: number) => `${count} ${count === 1 ? "handoff" : "handoffs"}`;
  await expect(page.getByText(`, ${many(short)}`)).toBeVisible();
  const rows = page.getByRole("table", { name: "Handoffs behind the point" }).getByRole("row");
  await expect(rows).toHaveCount(short + 1);
  await page.getByRole("link", { name: "All", exact: true }).click();
  await expect(rows).toHaveCount(Number(of) + 1);
  const lead = rows.nth(1).getByRole("link");
  await expect(lead).toHaveAttribute("href", /^\/leads\/[0-9a-f-]{36}$/);
});

test("A.6: the same address shows a colleague the same view, and paper shows its numbers", async ({
  page,
  as,
}) => {
  await as("marketing_ops");
  await page.goto("/audit/trends?per=month&by=source");
  const chart = page.getByRole("figure", { name: /, all five complete, by source$/ });
  await expect(chart).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(chart.getByRole("table")).toBeVisible();
  const pdf = await page.pdf({ path: "test-results/trend.pdf", preferCSSPageSize: true });
  expect(pdf.subarray(0, 4).toString()).toBe("%PDF");
});

for (const { name, width, height, colorScheme } of VIEWS) {
  test(`the trend, ${name}: nothing is cut off, nothing fails axe`, async ({ page, as }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await as("manager");
    await page.goto("/audit/trends?by=rep");
    await expect(
      page
        .getByRole("figure", { name: /by rep$/ })
        .locator("svg")
        .first(),
    ).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `test-results/screenshots/trend-${name}.png` });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
}
