import type { Browser, Page } from "@playwright/test";
import type { Role } from "@/lib/access/roles";
import { accessibilityFaults, expect, test } from "./support/test";

// One model for all: what is activated here is taken back here, one after the other.
test.describe.configure({ mode: "serial" });

async function signedIn(browser: Browser, role: Role): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto("/sign-in");
  const name = `Sign in as ${role.replace("_", " ")}`;
  await page.getByRole("button", { name, exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await page.goto("/settings/model");
  return page;
}

async function discardOpenDraft(page: Page) {
  const discard = page.getByRole("button", { name: "Discard the draft" });
  if (!(await discard.isVisible())) return;
  await discard.click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard", exact: true }).click();
  await expect(discard).toBeHidden();
}

/** The version in force as the page tells it. */
async function inForce(page: Page): Promise<number> {
  await page.goto("/settings/model");
  const words = await page
    .getByText(/^Version \d+ in force$/)
    .first()
    .textContent();
  return Number(/\d+/.exec(words ?? "")?.[0]);
}

const confirm = (page: Page, name: string) =>
  page.getByRole("dialog").getByRole("button", { name, exact: true }).click();

async function saveDraft(page: Page, deadBand: string, reason: string) {
  await page.getByLabel("Stable below, in points").fill(deadBand);
  await page.getByLabel("Why it changes").fill(reason);
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByRole("list", { name: "The draft changes" })).toContainText("dead band");
}

test("C4 an admin sees whose score would change, and what is wrong, before saving", async ({
  browser,
}) => {
  const page = await signedIn(browser, "admin");
  await discardOpenDraft(page);
  const said = page.getByRole("status").filter({ hasText: /would|changes for|filled in|Trying/ });
  await page.getByLabel("Fit, in %").fill("50");
  await expect(page.getByText("The weights add up to 110%. They have to make 100%.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save the draft" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await page.getByLabel("Behavior, in %").fill("15");
  await expect(said).toContainText(/Of \d+ leads, \d+ would change: the score of \d+/);
  const states = page.getByRole("table", { name: "Leads by state now and then" });
  await expect(states).toBeVisible();
  await expect(page.getByText(/Tried on .* that no rep has/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Who changes most" })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByText("Say in a few words why it changes.")).toBeVisible();
  await page.getByRole("button", { name: "Undo all" }).click();
  await expect(page.getByLabel("Fit, in %")).toHaveValue("40");
});

test("C4 rules are added, moved and removed by keyboard", async ({ browser }) => {
  const page = await signedIn(browser, "admin");
  const rules = page.getByRole("list", { name: "Rules" }).getByRole("listitem");
  const before = await rules.count();
  const down = page.getByRole("button", { name: "Move Asked for something down" });
  await down.press("Enter");
  await expect(rules.nth(0).getByLabel("Rule", { exact: true })).toHaveValue("Pricing");
  await expect(down).toBeFocused();
  await page.getByRole("button", { name: "Remove Customer stories" }).press("Enter");
  await expect(rules).toHaveCount(before - 1);
  await page.getByRole("button", { name: "Add a rule" }).press("Enter");
  await expect(rules.nth(0).getByLabel("Rule", { exact: true })).toBeFocused();
  await expect(page.getByText("Give it a name.")).toBeVisible();
  await expect(rules.nth(0).getByText("Kinds of activity")).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test("C4 a draft is signed by another, activated, and told in the versions", async ({
  browser,
}) => {
  const admin = await signedIn(browser, "admin");
  await discardOpenDraft(admin);
  const before = await inForce(admin);
  for (const [index, deadBand] of ["6", "5"].entries()) {
    const version = before + index + 1;
    const reason = `Noise up to ${deadBand} points`;
    await saveDraft(admin, deadBand, reason);
    await expect(admin.getByRole("button", { name: "Sign the draft" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    const manager = await signedIn(browser, "manager");
    await expect(manager.getByRole("textbox")).toHaveCount(0);
    expect(await accessibilityFaults(manager)).toEqual([]);
    await manager.getByRole("button", { name: "Sign the draft" }).click();
    await confirm(manager, "Sign");
    await expect(manager.getByText(/^Signed by /)).toBeVisible();
    await admin.goto("/settings/model");
    await admin.getByRole("button", { name: "Activate", exact: true }).click();
    await confirm(admin, `Activate as version ${version}`);
    await expect(admin.getByText(`Version ${version} in force`).first()).toBeVisible();
    const told = admin.getByRole("list", { name: `What version ${version} changed` });
    await expect(told).toContainText("Trend: dead band");
    await expect(admin.getByLabel("Stable below, in points")).toHaveValue(deadBand);
  }
  await expect(admin.getByText(/, signed by /).first()).toBeVisible();
});

test("C4 reps have no such page", async ({ page, as }) => {
  await as("rep");
  expect((await page.goto("/settings/model"))?.status()).toBe(404);
});
