import { addPerson, choose } from "./support/people";
import { askProvider, identify } from "./support/single-sign-on";
import { expect, test } from "./support/test";

test("C5.1 times are by the clocks of the reader: their browser's first, then as they or an admin say", async ({
  page,
  as,
  browser,
  baseURL,
}) => {
  await as("admin");
  const newcomer = await addPerson(page, "rep");

  const context = await browser.newContext({
    baseURL,
    timezoneId: "Asia/Tokyo",
    locale: "de-DE",
  });
  const own = await context.newPage();
  await own.goto("/sign-in");
  await askProvider(own);
  await identify(own, newcomer);
  await expect(own.getByText("Times are by the clocks of Asia/Tokyo.").first()).toBeVisible();

  await own.goto("/settings/you");
  await expect(own.getByLabel("Time zone")).toHaveValue("Asia/Tokyo");
  await expect(own.getByLabel("Dates and numbers as in")).toHaveValue("de-DE");
  await own.getByLabel("Around the clock").uncheck();
  await expect(own.getByText("By the clocks of Asia/Tokyo, such as")).toBeVisible();
  await own.getByLabel("Time zone").selectOption("Europe/Lisbon");
  await own.getByRole("button", { name: "Save", exact: true }).click();
  await expect(own.getByText("Saved.").first()).toBeVisible();
  await expect(own.getByText("By the clocks of Europe/Lisbon, such as")).toBeVisible();

  // The browser is asked once only: what somebody said stays.
  await own.reload();
  await expect(own.getByLabel("Time zone")).toHaveValue("Europe/Lisbon");

  await page.reload();
  const row = page.getByRole("row", { name: new RegExp(newcomer.name) });
  await expect(row).toContainText("Europe/Lisbon");
  await page.getByRole("button", { name: new RegExp(`^${newcomer.name}: `) }).click();
  await page.getByRole("menuitem", { name: "Time zone and language" }).click();
  const dialog = page.getByRole("dialog", { name: newcomer.name });
  await dialog.getByLabel("Time zone").selectOption("Asia/Kolkata");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(row).toContainText("Asia/Kolkata");
  await own.reload();
  await expect(own.getByLabel("Time zone")).toHaveValue("Asia/Kolkata");
  await choose(page, newcomer, "Take access away", `${newcomer.name} has no access any more.`);
  await context.close();
});
