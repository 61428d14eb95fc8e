import { openFromQueue } from "./support/queue";
import { expect, test } from "./support/test";

test("Q.5: wrong contact data names the field, and the lead goes back with the reason", async ({
  page,
  as,
}) => {
  await as("rep");
  const name = await openFromQueue(page, -4);
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog", { name: "Reject this lead" });
  await dialog.getByText("Wrong contact data").click();
  await dialog.getByRole("textbox", { name: "In your words" }).fill("The number rings at a shop.");
  await dialog.getByRole("button", { name: "Reject" }).click();
  await expect(dialog.getByText("Say which one is wrong.").first()).toBeVisible();
  await expect(dialog.getByRole("textbox", { name: "In your words" })).toHaveValue(
    "The number rings at a shop.",
  );

  await dialog.getByLabel("Which one is wrong").selectOption({ label: "Phone" });
  await dialog.getByRole("button", { name: "Reject" }).click();
  await expect(page.getByText("Sent back to marketing ops.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Accept", exact: true })).toHaveAttribute(
    "aria-disabled",
  );

  await page.goto("/queue?list=returned");
  const row = page.getByRole("row").filter({ hasText: name }).first();
  await expect(row).toContainText("Wrong contact data");
});
