import { accessibilityFaults, expect, test } from "./support/test";

test("A.3, A.6: a manager sees each category's rate and its course against the 90% line", async ({
  page,
  as,
}) => {
  await as("manager");
  await page.goto("/audit");
  for (const category of [
    "Contact basics",
    "Company intelligence",
    "Behavioral trail",
    "Scoring context",
    "Handoff metadata",
  ]) {
    const rate = page.getByRole("definition").filter({ has: page.getByText(/%/) });
    await expect(page.getByText(category).first()).toBeVisible();
    expect(await rate.count()).toBeGreaterThanOrEqual(5);
  }
  await expect(
    page.getByRole("figure", { name: "Complete handoffs per week and category" }),
  ).toBeVisible();
  await expect(page.getByRole("table", { name: "Held at the gate now" })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
});
