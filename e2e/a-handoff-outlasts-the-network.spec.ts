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

test("Q.5: what one presses without a network is said so, and hides nothing that waits", async ({
  page,
  as,
  context,
}) => {
  await as("rep");
  await openFromQueue(page);
  await atWork(page);
  await cut(page);
  await page.keyboard.press("a");
  const message = page.getByRole("group").filter({ hasText: "Not accepted." });
  await expect(message).toContainText("No answer came, so this may not be done. Try again.");
  await page.keyboard.press("l");
  await page.keyboard.press("1");
  const waits = page.getByText("1 attempt not sent yet");
  await expect(waits).toBeVisible();
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    await expect(async () => {
      const [bar, said] = await Promise.all([
        page.getByRole("status").filter({ has: waits }).boundingBox(),
        message.boundingBox(),
      ]);
      if (!bar || !said) throw new Error("One of them is not shown.");
      expect(said.y + said.height).toBeLessThanOrEqual(bar.y);
    }).toPass();
  }
  await context.setOffline(false);
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
