import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { accessibilityFaults, expect, test } from "./support/test";

const LEADS = 20;

/** Draws the article's sample from the form, by keys; answers the audit's address. */
async function drawn(page: Page): Promise<string> {
  await page.goto("/audit");
  await expect(page.getByRole("heading", { level: 1, name: "Completeness" })).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("d");
    await expect(page).toHaveURL(/\/audit\/draw$/, { timeout: 2_000 });
  }).toPass();
  await page.getByLabel("Leads").fill(String(LEADS));
  await page.getByLabel("Leads").press("Enter");
  await expect(page).toHaveURL(/\/audit\/[0-9a-f-]{36}$/);
  return page.url();
}

/** Opens the digit's category, says that it is partial, names a field and why, and saves by Enter. */
async function override(page: Page) {
  await page.keyboard.press("1");
  const dialog = page.getByRole("dialog", { name: "Contact basics" });
  await expect(dialog).toBeVisible();
  await dialog.getByRole("radio", { name: "Complete" }).press("ArrowRight");
  await dialog.getByRole("checkbox", { name: "Job title" }).press("Space");
  const reason = dialog.getByLabel("Why you see it otherwise");
  await reason.fill("The title is of the job before.");
  await reason.press("Control+Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Agree with the rest" })).toBeVisible();
}

/** Takes the lead at hand out of the sample for a reason in words; the next by the seed comes in. */
async function swapOut(page: Page) {
  await page.keyboard.press("s");
  const dialog = page.getByRole("dialog", { name: "Swap this lead" });
  await dialog.getByText("Something else").click();
  await dialog.getByLabel("In your words").fill("Asked us to forget them.");
  await dialog.getByRole("button", { name: "Swap the lead" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("“Asked us to forget them.”")).toBeVisible();
}

/** Ticks a field that falls short, and tries to call the category complete all the same. */
async function contradict(page: Page) {
  await page.keyboard.press("2");
  const dialog = page.getByRole("dialog", { name: "Company intelligence" });
  await dialog.getByRole("checkbox", { name: "Industry" }).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("You name what falls short").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
}

test("A.1 to A.6: a manager audits twenty leads by keyboard, from drawing to paper", async ({
  page,
  as,
}) => {
  await as("manager");
  const audit = await drawn(page);
  await expect(page.getByText("Drawn again from it just now: the same leads.")).toBeVisible();
  await expect(page.getByRole("table", { name: "The sample" }).getByRole("row")).toHaveCount(
    LEADS + 1,
  );
  await page.keyboard.press("g");
  for (let place = 1; place <= LEADS; place += 1) {
    await expect(page).toHaveURL(`${audit}/leads/${place}`);
    await expect(page.getByText(`${place} of ${LEADS}`, { exact: true })).toBeVisible();
    if (place === 2) await swapOut(page);
    if (place === 3) await override(page);
    if (place === 4) await contradict(page);
    // Stopped after five, and gone on later from where one was.
    if (place === 6) {
      await page.goto(audit);
      await expect(page.getByText("5 of 20 judged")).toBeVisible();
      await page.keyboard.press("g");
      await expect(page).toHaveURL(`${audit}/leads/6`);
    }
    await page.keyboard.press("a");
  }
  await expect(page).toHaveURL(audit);
  await page.keyboard.press("f");
  await expect(page.getByRole("region", { name: "Result" })).toBeVisible();
  // 19 of 20 is 76% to 99% (Wilson); the manager's locale sets a space before the sign.
  await expect(
    page.getByText(/19 of 20: 76\s?% to 99\s?% of all. Whether that is above 90\s?% stays open/),
  ).toBeVisible();
  await expect(page.getByText(/even if all are complete: that takes 35/)).toBeVisible();
  await expect(page.getByRole("region", { name: "Swapped out" })).toContainText(
    "something else, “Asked us to forget them.”",
  );
  const missing = page.getByRole("table", { name: "What was missing most" });
  await expect(
    missing.getByRole("row", { name: /Job title Contact basics 1 of 20/ }),
  ).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  const pdf = await page.pdf({ path: "test-results/audit.pdf", preferCSSPageSize: true });
  expect(pdf.subarray(0, 4).toString()).toBe("%PDF");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV" }).click(),
  ]);
  const csv = await readFile(await download.path(), "utf8");
  expect(csv.trimEnd().split("\r\n")).toHaveLength(LEADS * 5 + 1);
  expect(csv).toContain("The title is of the job before.");
  expect(csv).toContain("other,Asked us to forget them.");
  await page.goto("/audit/fake-completeness");
  await expect(page.getByText("“The title is of the job before.”").first()).toBeVisible();
});

test("A.4, A.5: what reps say and what is missing becomes a finding with an owner and a day", async ({
  page,
  as,
}) => {
  await as("manager");
  await drawn(page);
  const ask = page.getByRole("region", { name: "Interviews" }).getByRole("listitem").first();
  await ask.getByRole("button", { name: /Write down/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What they say, in their words").fill("I look at LinkedIn first.");
  // Put away by a slip of the hand, the words are there when it is opened again.
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await ask.getByRole("button", { name: /Write down/ }).click();
  const words = dialog.getByLabel("What they say, in their words");
  await expect(words).toHaveValue("I look at LinkedIn first.");
  // Another person at this computer finds none of them.
  await as("admin");
  await page.reload();
  await ask.getByRole("button", { name: /Write down/ }).click();
  await expect(words).toHaveValue("");
  await as("manager");
  await page.reload();
  await ask.getByRole("button", { name: /Write down/ }).click();
  await expect(words).toHaveValue("I look at LinkedIn first.");
  await dialog.getByText("Research first").click();
  await dialog.getByLabel("What they look up").fill("Who they report to");
  await dialog.getByLabel("LinkedIn profile").check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(ask.getByText("“I look at LinkedIn first.”")).toBeVisible();
  await expect(ask.getByRole("link", { name: "LinkedIn profile" })).toBeVisible();
  const gaps = page.getByRole("region", { name: "What to mend" });
  await gaps.getByRole("button", { name: /^Make it a finding.*Summary$/ }).click();
  await dialog.getByLabel("Who mends it").selectOption({ label: "Sofia Brandt" });
  await dialog.getByRole("button", { name: "Open the finding" }).click();
  await expect(dialog).toBeHidden();
  await expect(gaps.getByText(/Sofia Brandt mends it by/)).toBeVisible();
  await page.goto("/audit/findings");
  const open = page.getByRole("region", { name: "Open" }).getByRole("listitem");
  const finding = open.filter({ hasText: "Sofia Brandt" });
  await expect(finding.getByText("Summary", { exact: true })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
});
