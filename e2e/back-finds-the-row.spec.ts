import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

/** A row far down the rep's accepted leads, in sight. */
async function farRow(page: Page) {
  await page.goto("/queue?list=accepted");
  const far = page.locator('tr[aria-rowindex="36"]');
  await expect(async () => {
    await page.mouse.wheel(0, 600);
    await expect(far).toBeInViewport({ ratio: 1, timeout: 300 });
  }).toPass();
  return far;
}

test("Q.1: Back from far down a list finds the row that one opened, not the list's top", async ({
  page,
  as,
}) => {
  await as("rep");
  const far = await farRow(page);
  const id = (await far.getAttribute("data-row")) ?? "?";
  const row = page.locator(`tr[data-row="${id}"]`);
  await row.locator(".row-link").click();
  await page.waitForURL(/\/leads\//);
  await expect(page.getByRole("heading", { name: "Why now" })).toBeVisible();
  await page.goBack();
  await expect(row).toHaveAttribute("aria-current", "true");
  await expect(row).toBeInViewport({ ratio: 1 });

  // Also where the handoff was loaded anew, and the list is not kept any more.
  await row.locator(".row-link").click();
  await page.waitForURL(/\/leads\//);
  await page.reload();
  await page.goBack();
  await expect(row).toHaveAttribute("aria-current", "true");
  await expect(row).toBeInViewport({ ratio: 1 });
});

test("Q.1: Back finds the row though so much happened meanwhile that the list is loaded anew", async ({
  page,
  as,
}) => {
  await as("rep");
  const far = await farRow(page);
  const id = (await far.getAttribute("data-row")) ?? "?";
  await far.locator(".row-link").click();
  await page.waitForURL(/\/leads\//);
  await expect(page.getByRole("heading", { name: "Why now" })).toBeVisible();
  // What the stream says first where more leads changed than a person can follow.
  const told = page.waitForResponse("**/api/live?*");
  await page.route(
    "**/api/live?*",
    (route) =>
      route.fulfill({
        contentType: "text/event-stream",
        body: 'event: reload\ndata: {"arrived":[]}\n\n',
      }),
    { times: 1 },
  );
  await page.goBack();
  await told;
  const row = page.locator(`tr[data-row="${id}"]`);
  await expect(row).toBeInViewport({ ratio: 1 });
  await expect(row).toHaveAttribute("aria-current", "true");
});

test("Q.1: Back to a list that the opened row and those behind it have left finds its place", async ({
  page,
  as,
}) => {
  await as("rep");
  const far = await farRow(page);
  // As where somebody decided on all of them, or they were given to another.
  await page.evaluate(() =>
    document.addEventListener(
      "click",
      () => {
        const rows = [crypto.randomUUID(), crypto.randomUUID()];
        history.replaceState({ ...history.state, rows }, "");
      },
      true,
    ),
  );
  await far.locator(".row-link").click();
  await page.waitForURL(/\/leads\//);
  await page.reload();
  await page.goBack();
  await expect(far).toHaveAttribute("aria-current", "true");
  await expect(far).toBeInViewport({ ratio: 1 });
});

test("Q.1: Back to a list that the opened row has left meanwhile finds the one behind it", async ({
  page,
  as,
}) => {
  await as("rep");
  const far = await farRow(page);
  const behind = await page.locator('tr[aria-rowindex="37"]').getAttribute("data-row");
  // As where it was decided on: what was left is in the list no more.
  await page.evaluate(() =>
    document.addEventListener(
      "click",
      () => {
        const { rows, ...rest } = history.state;
        history.replaceState({ ...rest, rows: [crypto.randomUUID(), ...rows.slice(1)] }, "");
      },
      true,
    ),
  );
  await far.locator(".row-link").click();
  await page.waitForURL(/\/leads\//);
  await page.reload();
  await page.goBack();
  const row = page.locator(`tr[data-row="${behind}"]`);
  await expect(row).toHaveAttribute("aria-current", "true");
  await expect(row).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("j");
  await expect(page.locator('tr[aria-rowindex="38"] .row-link')).toBeFocused();
});
