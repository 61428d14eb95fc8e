import type { Page } from "@playwright/test";
import { type OwnServer, startOwnServer } from "./support/own-server";
import { wholeQueue } from "./support/queue";
import { expect, test } from "./support/test";

let server: OwnServer;
test.beforeEach(async () => {
  server = await startOwnServer();
});
test.afterEach(() => server.kill());

const stays = (page: Page) => page.getByText("No connection, so this page stays.");
const noConnection = (page: Page) => page.getByText(/^No connection: /);

/** Waits for longer than the page lets pass before it tries the server again. */
const isBack = (page: Page) => expect(noConnection(page)).toHaveCount(0, { timeout: 30_000 });

test("Q.4: what is pressed while the server is away leaves the page there, and works once it is back", async ({
  page,
  as,
}) => {
  await as("rep");
  await page.goto(`${server.address}/queue`);
  await wholeQueue(page);
  const last = page.locator(".row-link").last();
  await last.focus();
  await server.kill();
  await expect(noConnection(page)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(stays(page)).toHaveCount(1);
  await expect(last).toBeFocused();
  await page.getByRole("link", { name: "Tier 1" }).click();
  await expect(stays(page)).toHaveCount(2);
  await expect(page.getByRole("table", { name: "Your queue" })).toBeVisible();

  await server.start();
  await isBack(page);
  await last.click();
  await page.waitForURL(/\/leads\//);
  const heading = page.getByRole("heading", { level: 1 });
  const name = (await heading.textContent()) ?? "?";
  await expect(heading).toHaveText(name);
  await server.kill();
  await expect(noConnection(page)).toBeVisible();
  await page.keyboard.press("k");
  await expect(stays(page).first()).toBeVisible();
  await expect(heading).toHaveText(name);
  await server.start();
  await isBack(page);
  await page.keyboard.press("k");
  await expect(heading).not.toHaveText(name);
});
