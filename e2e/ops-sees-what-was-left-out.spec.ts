import { expect, test } from "./support/test";

test("X.6: what was left out is listed by its rule, with the activities", async ({ page, as }) => {
  await as("marketing_ops");
  await page.goto("/ops?show=summary");
  const leftOut = page.getByRole("region", { name: "Left out" });
  // Not every lead has something left out, and which comes first changes as others are summarised.
  const links = page.getByRole("table").locator(".row-link");
  await expect(links.first()).toBeVisible();
  const leads = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  for (const href of leads) {
    await page.goto(href ?? "/ops");
    await expect(page.getByRole("region", { name: "Touchpoints" })).toBeVisible();
    if ((await leftOut.count()) > 0) break;
  }
  await leftOut.getByRole("group").first().click();
  await expect(leftOut.getByRole("listitem").first()).toBeVisible();
});
