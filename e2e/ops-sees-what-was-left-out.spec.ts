import { expect, test } from "./support/test";

test("X.6: what was left out is listed by its rule, with the activities", async ({ page, as }) => {
  await as("marketing_ops");
  await page.goto("/ops?show=summary");
  await page.getByRole("table").getByRole("link").first().click();
  const leftOut = page.getByRole("region", { name: "Left out" });
  await leftOut.getByRole("group").first().click();
  await expect(leftOut.getByRole("listitem").first()).toBeVisible();
});
