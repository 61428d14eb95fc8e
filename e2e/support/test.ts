import AxeBuilder from "@axe-core/playwright";
import {
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import type { Role } from "@/lib/access/roles";

type Fixtures = {
  /** Signs this test's browser in as a role of the demonstration, without the form. */
  as: (role: Role) => Promise<void>;
};

export const test = base.extend<Fixtures>({
  as: async ({ context }, use) => {
    await use((role) => signIn(context, role));
  },
});

async function signIn({ request }: BrowserContext, role: Role): Promise<void> {
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const form = { csrfToken, role, json: "true" };
  const signedIn = await request.post("/api/auth/callback/demonstration", { form });
  expect(signedIn.ok()).toBe(true);
}

/** A page in a browser of its own, where somebody else is signed in as a role; on a server of a test's own by its address. */
export async function deskOf(browser: Browser, role: Role, baseURL?: string): Promise<Page> {
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  await signIn(context, role);
  return context.newPage();
}

export { expect };

/** What axe finds of WCAG 2.2 A and AA on the page as it stands; each with where. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // While a page is shown anew its title may come a moment after the rest.
  await expect(page).toHaveTitle(/./);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target}`));
}

/** The sizes and themes every page is looked at in. */
export const VIEWS = [
  { name: "wide", width: 1440, height: 900, colorScheme: "light" },
  { name: "wide-dark", width: 1440, height: 900, colorScheme: "dark" },
  { name: "phone", width: 390, height: 844, colorScheme: "light" },
] as const;
