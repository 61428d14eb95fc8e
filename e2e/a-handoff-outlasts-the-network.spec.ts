import type { Page } from "@playwright/test";
import { atWork, openFromQueue } from "./support/queue";
import { expect, test } from "./support/test";

const noConnection = (page: Page) =>
  page.getByText(/^No connection: what changes does not show now/);

/** Cuts the network until the page says so: what was on its way is heard after the first cut. */
async function cut(page: Page): Promise<void> {
  await expect(async () => {
    await page.context().setOffline(false);
    await page.context().setOffline(true);
    await expect(noConnection(page)).toBeVisible({ timeout: 4_000 });
  }).toPass();
}

test("Q.3: a network that drops on a handoff is said, and no key takes the page away", async ({
  page,
  as,
  context,
}) => {
  await as("rep");
  await page.goto("/queue");
  await page.locator(".row-link").nth(1).click();
  await page.waitForURL(/\/leads\//);
  await atWork(page);
  const name = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "?";
  const stays = page.getByText("No connection, so this page stays.");
  await page.keyboard.press("Control+k");
  const toQueue = page.getByRole("option", { name: "Queue" });
  await expect(toQueue).toBeVisible();
  await cut(page);
  await toQueue.click();
  await expect(stays).toHaveCount(1);
  await expect(page.getByRole("dialog", { name: "Go to" })).toHaveCount(0);
  await page.keyboard.press("j");
  await expect(stays).toHaveCount(2);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  await context.setOffline(false);
  await expect(noConnection(page)).toHaveCount(0);
  await page.keyboard.press("j");
  await expect(page.getByRole("heading", { level: 1, name })).toHaveCount(0);
});

test("Q.3: a handoff that is read while the server is away stays", async ({
  page,
  as,
  context,
}) => {
  await as("rep");
  await openFromQueue(page);
  const name = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "?";
  await page.clock.install();
  await cut(page);
  // As the browser sees it the line is up, and nobody answers.
  await page.evaluate(() => Object.defineProperty(navigator, "onLine", { get: () => true }));
  // Longer than a page that hears nothing waits until it asks by itself.
  await page.clock.runFor(40_000);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await context.setOffline(false);
});
