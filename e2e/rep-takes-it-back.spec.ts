import { takeFromQueue } from "./support/queue";
import { expect, test } from "./support/test";

const ACCEPT = { name: "Accept", exact: true } as const;

test("Q.5: a rejection is undone by a key within ten seconds, also from the next lead", async ({
  page,
  as,
}) => {
  await as("rep");
  const name = await takeFromQueue(page);
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog", { name: "Reject this lead" });
  await dialog.getByRole("textbox", { name: "In your words" }).fill("Pressed on the wrong lead.");
  await dialog.getByText("No need").click();
  await dialog.getByRole("button", { name: "Reject" }).click();
  await expect(page.getByText(`${name} went back to marketing ops.`)).toBeVisible();
  const undo = page.getByRole("button", { name: /^Undo/ });
  await expect(undo).toContainText(/\d/);
  const back = page.url();
  await page.keyboard.press("k");
  await expect(page).not.toHaveURL(back);
  await page.keyboard.press("u");
  await expect(page.getByText(`Undone. ${name} is with you again.`)).toBeVisible();

  await page.goto(back);
  await expect(page.getByRole("button", ACCEPT)).not.toHaveAttribute("aria-disabled");
  // The words are given back, in case only the reason was wrong.
  await page.keyboard.press("r");
  await expect(dialog.getByRole("textbox", { name: "In your words" })).toHaveValue(
    "Pressed on the wrong lead.",
  );
});

test("Q.5: an acceptance is undone likewise, and the offer goes when its time is over", async ({
  page,
  as,
}) => {
  await as("rep");
  await takeFromQueue(page);
  await page.keyboard.press("a");
  await expect(page.getByText(/is an SQL now/)).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByText(/^Undone\./)).toBeVisible();
  await expect(page.getByRole("button", ACCEPT)).not.toHaveAttribute("aria-disabled");

  await page.keyboard.press("a");
  await expect(page.getByRole("button", { name: /^Undo/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Undo/ })).toHaveCount(0, { timeout: 15_000 });
  await expect(page.getByText(/^Accepted today/)).toBeVisible();
});
