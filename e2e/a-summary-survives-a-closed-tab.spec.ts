import type { Page } from "@playwright/test";
import { createLead } from "./support/documenting";
import { expect, test } from "./support/test";

/** A lead of this test alone: a row of the board may be another test's by then, of the same person. */
async function openLead(page: Page) {
  await page.goto(`/ops/${await createLead(page.request)}`);
  const summary = page.getByRole("textbox", { name: "Summary" });
  await expect(summary).toBeEditable();
  return summary;
}

test("O.3: unsaved text survives a closed tab", async ({ page, context, as }) => {
  await as("marketing_ops");
  const summary = await openLead(page);
  const address = page.url();
  await summary.fill("Typed, and never saved.");
  await page.close();

  const again = await context.newPage();
  await again.goto(address);
  const restored = again.getByRole("textbox", { name: "Summary" });
  await expect(restored).toHaveValue("Typed, and never saved.");
  await expect(again.getByText("Your unsaved text was put back.")).toBeVisible();
  await again.getByRole("button", { name: "Drop it" }).click();
  await expect(restored).not.toHaveValue("Typed, and never saved.");
});

test("O.3: unsaved text is there when the Back button returns to it", async ({ page, as }) => {
  await as("marketing_ops");
  const summary = await openLead(page);
  const arrived = page.waitForResponse(
    (answer) =>
      answer.url().includes("/unsaved") &&
      (answer.request().postData() ?? "").includes("Typed before"),
  );
  await summary.fill("Typed before a look at the audit.");
  await arrived;
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Audit" }).click();
  await page.waitForURL(/\/audit/);
  await page.goBack();
  await expect(summary).toHaveValue("Typed before a look at the audit.");
  await page.getByRole("button", { name: "Drop it" }).click();
});

test("O.3: an ended session keeps the text, and says how to go on", async ({ page, as }) => {
  await as("marketing_ops");
  const summary = await openLead(page);
  const address = page.url();
  await summary.fill("Written while the session ended.");
  await page.context().clearCookies();
  await page.getByRole("button", { name: /^Save(?! and)/ }).click();
  await expect(page.getByRole("alert").filter({ hasText: "You are signed out" })).toBeVisible();
  await expect(summary).toHaveValue("Written while the session ended.");
  await as("marketing_ops");
  await page.goto(address);
  await expect(summary).toHaveValue("Written while the session ended.");
});

test("O.3: where two people write, both texts stand and one chooses", async ({
  page,
  context,
  as,
}) => {
  await as("marketing_ops");
  const summary = await openLead(page);
  const other = await context.newPage();
  await other.goto(page.url());
  // The other tab saves first; storage is the same browser's, so what it kept is gone by then.
  await other.getByRole("textbox", { name: "Summary" }).fill("Theirs: asks about rollback.");
  await other.getByRole("button", { name: /^Save(?! and)/ }).click();
  await expect(other.getByText("Saved.")).toBeVisible();

  await summary.fill("Mine: compares with two others.");
  await page.getByRole("button", { name: /^Save(?! and)/ }).click();
  await expect(page.getByRole("blockquote")).toHaveText("Theirs: asks about rollback.");
  await expect(summary).toHaveValue("Mine: compares with two others.");
  await page.getByRole("button", { name: "Go on with mine" }).click();
  await page.getByRole("button", { name: /^Save(?! and)/ }).click();
  await expect(page.getByText("2 saved versions")).toBeVisible();
  await page.getByText("2 saved versions").click();
  await page.getByRole("button", { name: "What changed since version 1" }).click();
  await expect(page.getByRole("deletion").first()).toContainText("Theirs");
  await page.getByRole("button", { name: "Restore version 1" }).click();
  await expect(summary).toHaveValue("Theirs: asks about rollback.");
  await expect(page.getByText("3 saved versions")).toBeVisible();
});

test("O.3: nothing is typed into a page that is not at work yet, and a selection stays", async ({
  page,
  context,
  as,
}) => {
  await as("marketing_ops");
  const written = await openLead(page);
  await written.fill("Asks what a rollback takes.");
  await page.getByRole("button", { name: /^Save(?! and)/ }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  const slow = await context.newPage();
  let work = () => {};
  const atWork = new Promise<void>((resolve) => {
    work = resolve;
  });
  await slow.route("**/_next/static/**/*.js*", async (route) => {
    await atWork;
    await route.continue();
  });
  // All of it parsed: words that come in after the selection are not in it.
  await slow.goto(page.url(), { waitUntil: "domcontentloaded" });
  const summary = slow.getByRole("textbox", { name: "Summary" });
  await expect(summary).not.toBeEditable();
  const selected = () =>
    summary.evaluate((field: HTMLTextAreaElement) =>
      field.value.slice(field.selectionStart, field.selectionEnd),
    );
  await summary.selectText();
  expect(await selected()).toBe("Asks what a rollback takes.");
  work();
  await expect(summary).toBeEditable();
  expect(await selected()).toBe("Asks what a rollback takes.");
  await slow.keyboard.insertText("Typed over all of it.");
  await expect(summary).toHaveValue("Typed over all of it.");
});
