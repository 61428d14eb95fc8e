import { expect, type Page } from "@playwright/test";

/**
 * Opens a lead of the signed-in rep's queue by its place, -1 being the last, and answers its name.
 * Tests that change a lead take places of their own, since all share one database.
 */
export async function openFromQueue(page: Page, place: number): Promise<string> {
  await page.goto("/queue");
  await wholeQueue(page);
  await page.locator(".row-link").nth(place).click();
  await page.waitForURL(/\/leads\//);
  await expect(page.getByRole("heading", { name: "Why now" })).toBeVisible();
  return (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
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
