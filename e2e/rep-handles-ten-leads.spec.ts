import { randomUUID } from "node:crypto";
import type { APIRequestContext, Browser } from "@playwright/test";
import { createLead, documentByHand, evaluate, handoffOf, leadOf } from "./support/documenting";
import { signedIn } from "./support/single-sign-on";
import { expect, test } from "./support/test";

const LEADS = 10;

/** Routes ten leads that no other test works on, and answers whose they are. */
async function tenRouted(request: APIRequestContext, browser: Browser, baseURL?: string) {
  const { context, page } = await signedIn(browser, baseURL, "sofia.brandt@tallyport.example");
  const owners: string[] = [];
  for (let count = 0; count < LEADS; count++) {
    const email = `ten.${randomUUID()}@unheard-of.example`;
    const id = await createLead(request, { email, region: "Spain" });
    await evaluate(request, email);
    await page.goto(`/ops/${id}`);
    await documentByHand(page, email);
    await expect.poll(async () => (await leadOf(request, id)).handoffId).toBeTruthy();
    const { owner } = await handoffOf(request, (await leadOf(request, id)).handoffId);
    owners.push(String(owner.name ?? owner));
  }
  await context.close();
  return owners;
}

test("Q.4: ten leads by keyboard alone: opened, logged, decided, the next", async ({
  browser,
  baseURL,
  request,
}) => {
  test.setTimeout(300_000);
  const [owner = "", ...others] = await tenRouted(request, browser, baseURL);
  expect(new Set(others)).toEqual(new Set([owner]));
  const address = `${owner.toLowerCase().replace(" ", ".")}@tallyport.example`;
  const { context, page } = await signedIn(browser, baseURL, address);
  await page.goto("/queue");
  const table = page.getByRole("table", { name: "Your queue" });
  await expect(table.locator(".row-link").nth(LEADS - 1)).toBeVisible();
  const names = await table.locator(".row-link > span:first-child").allTextContents();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const heading = page.getByRole("heading", { level: 1 });
  const log = page.getByRole("region", { name: "Log an attempt" });
  for (const [place, name] of names.slice(0, LEADS).entries()) {
    await expect(heading).toHaveText(name);
    await page.keyboard.press("l");
    await expect(log.getByRole("button", { name: "Reached" })).toBeFocused();
    await page.keyboard.press("2");
    await expect(page.getByText("Logged: call, no answer.").last()).toBeVisible();
    await page.keyboard.press("a");
    await expect(page.getByText(/^Accepted today /)).toBeVisible();
    if (place < LEADS - 1) await page.keyboard.press("j");
  }
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("queue");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/queue/);
  for (const name of names.slice(0, LEADS)) {
    await expect(page.getByRole("link", { name, exact: true })).toHaveCount(0);
  }
  await context.close();
});
