import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { createLead, documentCustomer, evaluate } from "./support/documenting";
import { atWork, wholeQueue } from "./support/queue";
import { expect, test } from "./support/test";

const LOG = { name: /^Log an attempt/ } as const;

/** The queue, with the focus on the row of that number. */
async function onRow(page: Page, number: number): Promise<void> {
  await page.goto("/queue");
  await atWork(page);
  await wholeQueue(page);
  for (let row = 0; row < number; row += 1) await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("toolbar")).toBeVisible();
}

const focusedRow = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest("tr")?.dataset.row);

test("Q.4: after logging from a row the next row is the one below it, and the log names its lead", async ({
  page,
  as,
}) => {
  await as("rep");
  await onRow(page, 4);
  const ids = await page
    .locator("tr[data-row]")
    .evaluateAll((all) => all.map((row) => row.getAttribute("data-row")));
  const name = (await page.locator(":focus > :first-child").textContent()) ?? "?";
  await page.keyboard.press("l");
  const log = page.getByRole("region", LOG);
  await expect(log.getByRole("button", { name: "Reached" })).toBeFocused();
  await expect(log.getByRole("heading")).toContainText(name);
  await page.keyboard.press("Escape");
  await expect(log).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  expect(await focusedRow(page)).toBe(ids[4]);

  // Also where the focus went elsewhere altogether.
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press("j");
  expect(await focusedRow(page)).toBe(ids[5]);
});

test("a key that comes before the number does is not lost", async ({ page, as }) => {
  await page.route("**/reach*", async (route) => {
    await expect(page.getByRole("toolbar").getByText("Call")).toBeVisible();
    await page.keyboard.press("c");
    await expect(page.getByRole("toolbar").getByText("Calling")).toBeVisible();
    await route.continue();
  });
  await as("rep");
  await page.goto("/queue");
  await atWork(page);
  await wholeQueue(page);
  // A lead of another test may be on top whose company is a customer: its warning is read first.
  const rows = page.locator("tr[data-row]").filter({ hasNotText: "customer" });
  await rows.first().locator(".row-link").focus();
  await expect(page.getByRole("region", LOG)).toBeVisible();
});

test("a key that comes before the row's buttons do is not lost, nor kept for another row", async ({
  page,
  as,
}) => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let asked = 0;
  await as("rep");
  await page.goto("/queue");
  await atWork(page);
  await wholeQueue(page);
  await page.route("**/_next/static/**", async (route) => {
    asked += 1;
    await held;
    await route.continue();
  });
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("r");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("l");
  await expect.poll(() => asked).toBeGreaterThan(0);
  const name = (await page.locator(":focus > :first-child").textContent()) ?? "?";
  letGo();
  const log = page.getByRole("region", LOG);
  await expect(log.getByRole("heading")).toContainText(name);
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a key for a number that does not come says why nothing happens", async ({ page, as }) => {
  await page.route("**/reach*", async (route) => {
    await expect(page.getByRole("toolbar").getByText("Call")).toBeVisible();
    await page.keyboard.press("c");
    await expect(page.getByRole("toolbar").getByText("Calling")).toBeVisible();
    await route.abort();
  });
  await as("rep");
  await onRow(page, 1);
  const message = page.getByRole("group").getByText(/^No connection\. It is asked for again/);
  await expect(message).toBeVisible();
});

test("without a network the row's buttons are there, and say why they cannot be pressed", async ({
  page,
  as,
}) => {
  await page.route("**/reach*", (route) => route.abort());
  await as("rep");
  await onRow(page, 1);
  const call = page.getByRole("toolbar").getByRole("button", { name: "Call" });
  await expect(call).toHaveAttribute("aria-disabled", "true");
  await expect(call).toHaveAccessibleDescription(/No connection/);
});

test("C2.5, Q.3: whoever calls from the queue is warned of a customer first", async ({
  page,
  as,
  browser,
  request,
}) => {
  const email = `customer.${randomUUID()}@unheard-of.example`;
  const id = await createLead(request, { email, region: "Norway" });
  await evaluate(request, email);
  await documentCustomer(browser, id, email);

  await as("rep");
  await page.goto("/queue");
  await wholeQueue(page);
  const row = page.locator(`[data-row="${id}"] .row-link`);
  const word = row.getByText("customer", { exact: true });
  await expect(word).toBeVisible();
  await expect(row).toHaveAccessibleName(/customer: speak to the owner before you call/);
  await row.focus();
  const warning = page.getByRole("status").filter({ hasText: "This company is a customer" });
  await expect(warning).toContainText("Speak to their account owner before you call.");

  // A phone has no bar below: the row itself says it.
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(word).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.keyboard.press("Enter");
  await page.waitForURL(/\/leads\//);
  await expect(page.getByRole("region", { name: "This company is a customer" })).toBeVisible();
  // Nothing beckons to do what the line above advises against.
  const quiet = (name: string) =>
    page
      .locator(`[data-shortcut=${name}]`)
      .evaluate((button) => getComputedStyle(button).backgroundColor);
  expect(await quiet("c")).toBe(await quiet("l"));
});

test("a message and the log leave the row's buttons in reach", async ({ page, as, context }) => {
  await as("rep");
  await onRow(page, 2);
  const reject = page.getByRole("toolbar").getByText("Reject");
  const isInReach = () =>
    reject.evaluate((button) => {
      const { x, y, width, height } = button.getBoundingClientRect();
      const there = document.elementFromPoint(x + width / 2, y + height / 2);
      return there?.closest("[role=toolbar]") !== null;
    });
  await page.keyboard.press("l");
  await expect(page.getByRole("region", LOG)).toBeVisible();
  expect(await isInReach()).toBe(true);
  await page.keyboard.press("Escape");
  await context.setOffline(true);
  await page.keyboard.press("Enter");
  await expect(page.getByText("No connection, so this page stays.")).toBeVisible();
  expect(await isInReach()).toBe(true);
});

test.describe("zoomed to 200 %", () => {
  test.use({ viewport: { width: 720, height: 450 } });

  test("WCAG 1.4.4: the row's keys, the list of keys and what one chooses by are still there", async ({
    page,
    as,
  }) => {
    await as("rep");
    await onRow(page, 1);
    const row = page.locator("tr[data-row]").first();
    const edge = async (of: typeof row) => (await of.boundingBox()) ?? { y: 0, height: 0 };
    // The bar is there before its room is measured.
    await expect(async () => {
      const { y, height } = await edge(row);
      expect(y + height).toBeLessThanOrEqual((await edge(page.getByRole("toolbar"))).y);
    }).toPass();
    await expect(row.getByRole("cell", { name: /^Tier / })).toBeVisible();
    await expect(row.getByRole("cell", { name: /(\d\d:\d\d|unknown)$/ })).toBeVisible();
    await page.keyboard.press("l");
    await expect(page.getByRole("region", LOG)).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keys on this page" })).toBeVisible();
  });
});
