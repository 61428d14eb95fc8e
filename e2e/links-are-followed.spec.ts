import type { Page } from "@playwright/test";
import { atWork } from "./support/queue";
import { expect, test } from "./support/test";

/** A document keeps what is written on it until it is loaded anew. */
const mark = (page: Page) => page.evaluate(() => document.documentElement.setAttribute("x", "1"));
const isSame = (page: Page) => page.evaluate(() => document.documentElement.hasAttribute("x"));

test("a link leads on within the page, and back", async ({ page, as }) => {
  await as("rep");
  await page.goto("/queue");
  await atWork(page);
  await mark(page);
  await page.locator(".row-link").first().click();
  await expect(page).toHaveURL(/\/leads\//);
  await expect(page.getByRole("heading", { name: "Why now" })).toBeVisible();
  await page.getByRole("link", { name: "Standard" }).click();
  await expect(page).toHaveURL(/\/standard/);
  expect(await isSame(page)).toBe(true);
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Why now" })).toBeVisible();
  expect(await isSame(page)).toBe(true);
});

test("with Ctrl a link opens a tab of its own", async ({ page, context, as }) => {
  await as("rep");
  await page.goto("/queue");
  await atWork(page);
  const opened = context.waitForEvent("page");
  await page
    .locator(".row-link")
    .first()
    .click({ modifiers: ["ControlOrMeta"] });
  await expect(await opened).toHaveURL(/\/leads\//);
  await expect(page).toHaveURL(/\/queue/);
});

test("a list that is put in another order stays where one scrolled to", async ({ page, as }) => {
  // So low that the rows of one screen, with which the other order comes, are more than it shows.
  await page.setViewportSize({ width: 1440, height: 400 });
  await as("rep");
  await page.goto("/queue");
  await atWork(page);
  await page.evaluate(() => scrollTo(0, 300));
  await page.getByRole("link", { name: "Company" }).click();
  await expect(page).toHaveURL(/sort=company/);
  await expect(page.getByRole("columnheader", { name: "Company" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
});
