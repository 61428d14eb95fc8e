import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect } from "./test";

type Identity = { email: string; verified?: boolean; forged?: string };

/** From the sign-in page to the identity provider's. */
export async function askProvider(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign in with single sign-on" }).click();
  await expect(page.getByRole("heading", { name: "Who are you?" })).toBeVisible();
}

/** At the identity provider's page: says who one is, and goes back. */
export async function identify(page: Page, { email, verified = true, forged }: Identity) {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Verified").setChecked(verified);
  if (forged) await page.getByLabel("Forged").selectOption(forged);
  await page.getByRole("button", { name: "Continue" }).click();
}

/** A browser of their own in which the person with this address has signed in. */
export async function signedIn(
  browser: Browser,
  baseURL: string | undefined,
  email: string,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await askProvider(page);
  await identify(page, { email });
  await expect(page.getByText(/^Signed in as/)).toBeVisible();
  return { context, page };
}
