import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";

/** Opens the least urgent lead of the signed-in rep's queue, to look at: other tests may change it. */
export async function openFromQueue(page: Page): Promise<void> {
  await page.goto("/queue");
  await wholeQueue(page);
  await page.locator(".row-link").last().click();
  await handoffShown(page);
}

/**
 * Opens the least urgent lead of the signed-in rep's queue that no other test of this run takes, and
 * answers its name. A place would be another lead each time a test beside this one logs or rejects.
 */
export async function takeFromQueue(page: Page, { untried = false } = {}): Promise<string> {
  await page.goto("/queue");
  await wholeQueue(page);
  const rows = page.getByRole("row").filter({ has: page.locator(".row-link") });
  const wanted = untried ? rows.filter({ hasNotText: /^\s*tried / }) : rows;
  const ids = await wanted.evaluateAll((all) => all.map((row) => row.getAttribute("data-row")));
  const id = ids.toReversed().find((each) => each && tookFirst(each));
  expect(id, "a lead that no other test took").toBeTruthy();
  await page.locator(`[data-row="${id}"] .row-link`).click();
  await handoffShown(page);
  return (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
}

/** Takes a lead for this test, unless another has it: a folder can be made by one only. */
function tookFirst(leadId: string): boolean {
  // Emptied when a run begins.
  const folder = join(test.info().project.outputDir, "taken");
  mkdirSync(folder, { recursive: true });
  try {
    mkdirSync(join(folder, leadId));
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

async function handoffShown(page: Page): Promise<void> {
  await page.waitForURL(/\/leads\//);
  await expect(page.getByRole("heading", { name: "Why now" })).toBeVisible();
}

/** Waits until the rows that follow the first are there too: a queue of some dozens comes whole. */
export async function wholeQueue(page: Page): Promise<void> {
  const table = page.getByRole("table", { name: "Your queue" });
  const rows = table.locator(".row-link");
  // Both are asked again: a lead may arrive in between.
  const toCome = async () =>
    Number(await table.getAttribute("aria-rowcount")) - 1 - (await rows.count());
  await expect.poll(toCome).toBe(0);
}

/** Waits until the page is at work: what the server drew can be seen and followed before. */
export async function atWork(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("data-keys", "on");
}
