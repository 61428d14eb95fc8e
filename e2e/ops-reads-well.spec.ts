import { accessibilityFaults, expect, test, VIEWS } from "./support/test";

for (const { name, width, height, colorScheme } of VIEWS) {
  test(`the board and the desk are within reach of everyone: ${name}`, async ({ page, as }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await as("marketing_ops");
    await page.goto("/ops");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("table").getByRole("link").first().click();
    await expect(page.getByRole("textbox", { name: "Summary" })).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}

test("X.6: what was left out is listed by its rule, with the activities", async ({ page, as }) => {
  await as("marketing_ops");
  await page.goto("/ops?show=summary");
  await page.getByRole("table").getByRole("link").first().click();
  const leftOut = page.getByRole("region", { name: "Left out" });
  await leftOut.getByRole("group").first().click();
  await expect(leftOut.getByRole("listitem").first()).toBeVisible();
});
