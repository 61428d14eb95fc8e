import { randomUUID } from "node:crypto";
import type { APIRequestContext, Browser, Page } from "@playwright/test";
import { createLead, documentByHand, evaluate } from "./support/documenting";
import { wholeQueue } from "./support/queue";
import { deskOf, expect, test } from "./support/test";

// They count what comes into one queue, and would count one another's.
test.describe.configure({ mode: "default" });

/** Has a lead routed to the demonstration's rep, by documenting it as marketing ops; answers its id. */
async function routeLead(request: APIRequestContext, browser: Browser): Promise<string> {
  const email = `live.${randomUUID()}@unheard-of.example`;
  const id = await createLead(request, { email, region: "Norway" });
  await evaluate(request, email);
  const ops = await deskOf(browser, "marketing_ops");
  await ops.goto(`/ops/${id}`);
  await documentByHand(ops, email);
  await ops.context().close();
  return id;
}

/** What the desktop is asked to show is written down, and who looks is for the test to say. */
function writeDownWhatIsShown(): void {
  const shown: string[] = [];
  class Recorded extends Notification {
    constructor(title: string, options?: NotificationOptions) {
      super(title, options);
      shown.push(`${title}: ${options?.body}`);
    }
  }
  Object.assign(window, { Notification: Recorded, shown, looksAt: false });
  document.hasFocus = () => (window as unknown as { looksAt: boolean }).looksAt;
}

const lookAt = (page: Page) =>
  page.evaluate(() => {
    Object.assign(window, { looksAt: true });
    window.dispatchEvent(new Event("focus"));
  });

test("Q.4: a lead that is routed comes into the open queue by itself, beside what one is doing", async ({
  page,
  as,
  browser,
  request,
}) => {
  await as("rep");
  await page.goto("/queue");
  await wholeQueue(page);
  const rows = page.getByRole("table", { name: "Your queue" }).locator(".row-link");
  const last = rows.nth(-1);
  await last.focus();

  const id = await routeLead(request, browser);

  // By its address: leads of other tests may come at the same time.
  await expect(page.locator(`.row-link[href*="${id}"]`)).toHaveCount(1);
  await expect(page.getByText(/^New in your queue: Astrid Holm/)).toBeAttached();
  await expect(last).toBeFocused();
});

test("Q.4: a tab that nobody looks at counts new leads in its title and notifies, until somebody looks", async ({
  page,
  as,
  context,
  browser,
  request,
}) => {
  await context.grantPermissions(["notifications"]);
  await page.addInitScript(writeDownWhatIsShown);
  await as("rep");
  await page.goto("/queue");
  await wholeQueue(page);
  await page.evaluate(() => localStorage.setItem("baton-notify", "on"));
  await routeLead(request, browser);
  await expect(page).toHaveTitle(/^\(\d+\) Queue/);
  const shown = await page.evaluate(() => (window as unknown as { shown: string[] }).shown);
  expect(shown).toContainEqual(expect.stringMatching(/^New lead: Astrid Holm/));
  await lookAt(page);
  await expect(page).toHaveTitle(/^Queue/);
});

test("Q.4: more new leads than one can follow are one number in the title and one notification", async ({
  page,
  as,
  context,
}) => {
  await context.grantPermissions(["notifications"]);
  await page.addInitScript(writeDownWhatIsShown);
  await page.addInitScript(() => localStorage.setItem("baton-notify", "on"));
  const arrived = Array.from({ length: 23 }, () => randomUUID());
  // What the server tells then is tried beside it, with leads (app/api/live/queue-events).
  await page.route("**/api/live?*", (route) =>
    route.fulfill({
      contentType: "text/event-stream",
      body: `event: reload\ndata: ${JSON.stringify({ arrived })}\n\n`,
    }),
  );
  const made = () => page.waitForResponse((answer) => answer.url().includes("_rsc="));
  await as("rep");
  await page.goto("/queue");
  // The list is made anew, and once more when the stream is heard again: the number stays.
  await made();
  await made();
  await expect(page).toHaveTitle(/^\(23\) Queue/);
  await expect(page.getByText("23 new leads in your queue")).toBeAttached();
  const shown = await page.evaluate(() => (window as unknown as { shown: string[] }).shown);
  expect(shown).toEqual(["23 new leads: undefined"]);
  await lookAt(page);
  await expect(page).toHaveTitle(/^Queue/);
});

test("a network that drops is said, and what came meanwhile is there when it is back", async ({
  page,
  as,
  context,
}) => {
  await as("rep");
  await page.goto("/queue");
  await wholeQueue(page);
  await context.setOffline(true);
  await expect(page.getByText(/^No connection: new leads do not show now/)).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/^No connection/)).toHaveCount(0);
});

test("signing out in one tab ends what another one hears", async ({ page, as, context }) => {
  await as("rep");
  await page.goto("/queue");
  await wholeQueue(page);
  const other = await context.newPage();
  await other.goto("/queue");
  await other.getByRole("button", { name: "Sign out" }).click();
  await expect(other).toHaveURL(/sign-in/);
  await expect(page.getByText(/^You are signed out\./)).toBeVisible();
  expect((await context.request.get("/api/live")).status()).toBe(401);
  // Next would open a stream for it that nobody hears, and nobody ends.
  expect((await context.request.head("/api/live")).status()).toBe(405);
});

test("signing in as somebody else in another tab is said, and nothing of theirs comes in", async ({
  page,
  as,
  context,
}) => {
  await as("rep");
  await page.goto("/queue");
  await wholeQueue(page);
  const other = await context.newPage();
  await other.goto("/queue");
  await other.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText(/^You are signed out\./)).toBeVisible();
  await as("manager");
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(page.getByText(/^Somebody else is signed in in this browser now\./)).toBeVisible();
  await expect(page.getByRole("table", { name: "Your queue" })).toBeVisible();
});
