import { randomUUID } from "node:crypto";
import { summaryOf } from "./support/documenting";
import { leadsToSummarise } from "./support/many-leads";
import { expect, test } from "./support/test";

const LEADS = 100;

test("O.2: a hundred summaries are approved by keyboard alone", async ({ page, as }) => {
  // A hundred pages, each read, typed in and saved.
  test.setTimeout(LEADS * 3_000);
  const company = `Sparrow ${randomUUID().slice(0, 8)}`;
  await leadsToSummarise(LEADS, company);
  await as("marketing_ops");
  await page.goto(`/ops?show=summary&q=${encodeURIComponent(company)}`);
  await expect(page.getByRole("table").getByRole("link").first()).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(summaryOf(page)).toBeVisible();
  await page.keyboard.press("t");
  for (let count = 0; count < LEADS; count += 1) {
    await expect(summaryOf(page)).toBeFocused();
    const before = page.url();
    await page.keyboard.press("End");
    await page.keyboard.type(" Ok.");
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.waitForURL((url) => url.href !== before);
  }
  await expect(page).toHaveURL(/\/ops\?/);
  await expect(page.getByRole("table").getByRole("link")).toHaveCount(0);
});
