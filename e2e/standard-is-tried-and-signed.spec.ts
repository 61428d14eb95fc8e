import type { Browser, Page } from "@playwright/test";
import type { Role } from "@/lib/access/roles";
import { createLead, documentByHand, handoffOf, leadOf } from "./support/documenting";
import { accessibilityFaults, expect, test, VIEWS } from "./support/test";

// One standard for all: what is published here is taken back here, one after the other.
test.describe.configure({ mode: "serial" });

async function signedIn(browser: Browser, role: Role): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto("/sign-in");
  const name = `Sign in as ${role.replace("_", " ")}`;
  await page.getByRole("button", { name, exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  return page;
}

/** As marketing ops: opens the one draft there can be, begun anew. */
async function beginDraft(ops: Page) {
  await ops.goto("/standard?show=draft");
  const discard = ops.getByRole("button", { name: "Discard the draft" });
  const write = ops.getByRole("button", { name: "Write a draft" }).first();
  await expect(discard.or(write).first()).toBeVisible();
  if (await discard.isVisible()) {
    await discard.click();
    await ops.getByRole("dialog").getByRole("button", { name: "Discard", exact: true }).click();
    await expect(ops.getByText(/^The draft is discarded/).first()).toBeVisible();
    await ops.goto("/standard?show=draft");
  }
  await write.click();
  await expect(ops.getByRole("table", { name: "The draft" })).toBeVisible();
}

async function wantTechStack(ops: Page, level: "required" | "recommended") {
  await ops.getByLabel("Tech stack: how much it is wanted").selectOption(level);
  await expect(ops.getByText("1 change is not saved")).toBeVisible();
  await ops.getByRole("button", { name: "Save the draft" }).click();
  await expect(ops.getByRole("list", { name: "What the draft changes" })).toContainText(
    "Tech stack:",
  );
}

async function sign(page: Page, side: "marketing" | "sales", last: boolean) {
  await page.goto("/standard?show=draft");
  await page.getByRole("button", { name: `Sign for ${side}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog
    .getByRole("button", { name: last ? "Sign and publish" : "Sign", exact: true })
    .click();
  await expect(page.getByText(/^Signed\./).first()).toBeVisible();
}

/** The version in force as the page tells it. */
async function inForce(page: Page): Promise<number> {
  await page.goto("/standard");
  const words = await page.getByText(/^Version \d+ is in force$/).textContent();
  return Number(/\d+/.exec(words ?? "")?.[0]);
}

test("D.2, D.3: a draft is tried, signed by both sides, and holds what the one before let through", async ({
  browser,
  request,
}) => {
  const ops = await signedIn(browser, "marketing_ops");
  const manager = await signedIn(browser, "manager");
  const before = await inForce(ops);
  const [ready, given] = [await createLead(request), await createLead(request)];
  for (const id of [ready, given]) {
    await ops.goto(`/ops/${id}`);
    await documentByHand(ops, (await leadOf(request, id)).email);
  }
  await ops.getByRole("button", { name: "Release to a rep" }).click();
  await expect.poll(async () => (await leadOf(request, given)).status).toBe("routed");
  expect((await leadOf(request, ready)).status).toBe("ready");
  const { handoffId } = await leadOf(request, given);
  const handoff = await handoffOf(request, handoffId);
  expect(handoff.standardVersion).toBe(before);

  await beginDraft(ops);
  await wantTechStack(ops, "required");
  const trial = ops.getByRole("region", { name: "Tried on last quarter" });
  await expect(trial).toContainText(/\d+ more leads? would be held/);
  const held = ops.getByRole("table", { name: "Newly held" });
  await expect(held.getByRole("link", { name: /Astrid Holm/ }).first()).toBeVisible();
  await expect(held).toContainText("Tech stack");
  expect(await accessibilityFaults(ops)).toEqual([]);

  await sign(ops, "marketing", false);
  await expect(ops.getByRole("button", { name: "Sign for marketing" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  expect(await inForce(manager)).toBe(before);
  await sign(manager, "sales", true);
  await expect.poll(() => inForce(manager)).toBe(before + 1);
  await expect
    .poll(async () => (await leadOf(request, ready)).status, { timeout: 90_000 })
    .toBe("pending_enrichment");
  expect((await leadOf(request, ready)).missing).toContain("C2.4");
  expect(await handoffOf(request, handoffId)).toEqual(handoff);
});

test("D.2: a looser version lets them go again, and any two can be compared", async ({
  browser,
}) => {
  const ops = await signedIn(browser, "marketing_ops");
  const manager = await signedIn(browser, "manager");
  const before = await inForce(ops);
  await beginDraft(ops);
  await wantTechStack(ops, "recommended");
  await sign(manager, "sales", false);
  await sign(ops, "marketing", true);
  await expect.poll(() => inForce(ops)).toBe(before + 1);
  await ops.goto("/standard?show=versions");
  await ops.getByLabel("From").selectOption(String(before));
  await ops.getByRole("button", { name: "Compare" }).click();
  await expect(
    ops.getByRole("list", { name: `Version ${before} to version ${before + 1}` }),
  ).toHaveText("Tech stack: required → recommended");
});

test("D.1: what two people write at once is kept, and nothing is saved over the other", async ({
  browser,
}) => {
  const ops = await signedIn(browser, "marketing_ops");
  await beginDraft(ops);
  const manager = await signedIn(browser, "manager");
  await manager.goto("/standard?show=draft");
  await manager.getByLabel("Direct phone: captured or verified").selectOption("verified");
  await manager.getByRole("button", { name: "Save the draft" }).click();
  await expect(manager.getByText("Saved. The trial is of what you saved.")).toBeVisible();

  await ops.getByLabel("Revenue band: owner").fill("Revenue ops");
  await ops.getByRole("button", { name: "Save the draft" }).click();
  const notice = ops.getByRole("alert").filter({ hasText: "saved revision" });
  await expect(notice).toContainText("Direct phone: captured → verified");
  await expect(ops.getByLabel("Revenue band: owner")).toHaveValue("Revenue ops");
  await notice.getByRole("button", { name: "Put mine on top" }).click();
  await ops.getByRole("button", { name: "Save the draft" }).click();
  const changes = ops.getByRole("list", { name: "What the draft changes" });
  await expect(changes).toContainText("Direct phone: captured → verified");
  await expect(changes).toContainText("Revenue band: owner Marketing ops → Revenue ops");
});

test("D.1: what is written survives leaving the page, and a rep reads without writing", async ({
  browser,
}) => {
  const ops = await signedIn(browser, "marketing_ops");
  await beginDraft(ops);
  await ops.getByLabel("Industry: owner").fill("Research");
  await ops.getByRole("link", { name: "Versions" }).click();
  await ops.getByRole("link", { name: /^Draft/ }).click();
  await expect(ops.getByLabel("Industry: owner")).toHaveValue("Research");
  await ops.getByRole("button", { name: "Undo all" }).click();

  const rep = await signedIn(browser, "rep");
  await rep.goto("/standard?show=draft");
  await expect(rep.getByRole("table", { name: /^Version \d+$/ })).toBeVisible();
  await expect(rep.getByRole("link", { name: /^Draft/ })).toHaveCount(0);
  await expect(rep.getByRole("button", { name: "Write a draft" })).toHaveCount(0);
});

for (const view of VIEWS) {
  test(`the standard, ${view.name}: nothing is cut off, nothing fails axe`, async ({ browser }) => {
    const { width, height, colorScheme } = view;
    const context = await browser.newContext({ viewport: { width, height }, colorScheme });
    const page = await context.newPage();
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Sign in as manager", exact: true }).click();
    await page.waitForURL(/\/audit/);
    for (const address of ["/standard", "/standard?show=draft", "/standard?show=versions"]) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("The written standard");
      const spare = await page.evaluate(() => innerWidth - document.documentElement.scrollWidth);
      expect(spare).toBeGreaterThanOrEqual(0);
      expect(await accessibilityFaults(page)).toEqual([]);
    }
  });
}
