import { takeFromQueue } from "./support/queue";
import { expect, test } from "./support/test";

test("Q.5: wrong contact data names the field, which is then wrong for everybody, with its source", async ({
  page,
  as,
}) => {
  await as("rep");
  const name = await takeFromQueue(page);
  const address = page.url();
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog", { name: "Reject this lead" });
  await expect(dialog).toBeVisible();
  await page.keyboard.press("2");
  await expect(dialog.getByLabel("Wrong contact data")).toBeChecked();
  await dialog.getByRole("textbox", { name: "In your words" }).fill("The number rings at a shop.");
  await dialog.getByRole("button", { name: "Reject" }).click();
  await expect(dialog.getByText("Say which one is wrong.").first()).toBeVisible();
  await expect(dialog.getByRole("textbox", { name: "In your words" })).toHaveValue(
    "The number rings at a shop.",
  );

  await dialog.getByLabel("Which one is wrong").selectOption({ label: "Phone" });
  await dialog.getByRole("button", { name: "Reject" }).click();
  await expect(page.getByText(`${name} went back to marketing ops.`)).toBeVisible();
  await expect(page.getByRole("button", { name: "Accept", exact: true })).toHaveAttribute(
    "aria-disabled",
  );
  await expect(page.getByRole("region", { name: "Since the handoff" })).toContainText(
    "Wrong contact data: direct phone. The number rings at a shop.",
  );
  await page.goto("/queue?list=returned");
  const row = page.getByRole("row").filter({ hasText: name }).first();
  await expect(row).toContainText("Wrong contact data");

  await as("marketing_ops");
  await page.goto(new URL(address).pathname.replace("/leads/", "/ops/"));
  const found = page.getByRole("region", { name: "Found by the rep" });
  await expect(found).toContainText(/Direct phone .* is wrong\. It came from /);
  const missing = page.getByRole("region", { name: "Missing" });
  await expect(missing).toContainText("A rep found what is known to be wrong.");
  await page.goto("/ops?show=flagged");
  await expect(page.getByRole("row").filter({ hasText: name }).first()).toContainText(
    "Wrong: Direct phone",
  );
});
