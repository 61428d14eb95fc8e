import { takeFromQueue } from "./support/queue";
import { expect, test } from "./support/test";

test("Q.6: one press names the field that was missing, and it stays named", async ({
  page,
  as,
}) => {
  await as("rep");
  await takeFromQueue(page);
  await page.keyboard.press("m");
  await expect(page.getByText("Press the name of what was missing")).toBeVisible();
  await page.getByRole("button", { name: "Industry was missing" }).click();
  await expect(page.getByText("Reported: Industry.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Industry was missing" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.getByText("Press the name of what was missing")).toHaveCount(0);

  await page.reload();
  await expect(page.getByRole("heading", { name: "Why now" })).toBeVisible();
  await page.keyboard.press("m");
  await expect(page.getByRole("button", { name: "Employees was missing" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Industry was missing" })).toHaveCount(0);
});
