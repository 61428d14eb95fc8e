import { expect, test } from "./support/test";

const COMMAND_ENTER = "ControlOrMeta+Enter";

test("C3.9, O.2: a draft becomes a summary and the next lead comes, without the mouse", async ({
  page,
  as,
}) => {
  await as("marketing_ops");
  await page.goto("/ops?show=summary");
  await page.getByRole("table").getByRole("link").nth(4).click();
  const summary = page.getByRole("textbox", { name: "Summary" });
  const mine = `${await summary.inputValue()} Wants to move before peak season.`.trim();
  const address = page.url();

  await summary.fill(mine);
  await expect(page.getByText("Not saved yet, kept on the server.")).toBeVisible();
  await expect(page.getByRole("region", { name: "What the rep will see" })).toContainText(
    "Wants to move before peak season.",
  );
  await summary.press(COMMAND_ENTER);
  // Two leads of a list may have one name.
  await expect(page).not.toHaveURL(address);
  await expect(summary).not.toHaveValue(mine);

  await page.goto(address);
  await expect(summary).toHaveValue(mine);
  await page.getByText("1 saved version").click();
  await expect(page.getByRole("listitem").filter({ hasText: "Version 1," })).toContainText(mine);
});

test("C3.9: more than three sentences are remarked on, and allowed", async ({ page, as }) => {
  await as("marketing_ops");
  await page.goto("/ops?show=summary");
  await page.getByRole("table").getByRole("link").nth(10).click();
  await page.getByRole("textbox", { name: "Summary" }).fill("One. Two. Three. Four.");
  await expect(page.getByText("4 sentences, a rep reads three")).toBeVisible();
});

test("C5.4: flags are set by one press, and taken back", async ({ page, as }) => {
  await as("marketing_ops");
  await page.goto("/ops?show=summary");
  await page.getByRole("table").getByRole("link").nth(16).click();
  const preview = page.getByRole("region", { name: "What the rep will see" });
  await page.getByRole("button", { name: "Closed-lost" }).click();
  await page.getByLabel("Months", { exact: true }).fill("18");
  await page.keyboard.press("Enter");
  await expect(preview).toContainText("Closed-lost 18 months ago");
  await page.getByRole("button", { name: "Take back: Closed-lost 18 months ago" }).click();
  await expect(preview).not.toContainText("Closed-lost");
});
