import { expect, test } from "./support/test";

// Saves nothing: another version would move the tiers that other promises look at. That saving
// judges leads anew is proven in lib/scoring/versions/versions.integration.test.ts.
test("C2.6 C2.7 an admin sees who would move tier before saving", async ({ page, as }) => {
  await as("admin");
  await page.goto("/settings/icp");
  const said = page.getByRole("status").filter({ hasText: /tier|filled in|Counting/ });
  await page.getByLabel("Tier 1 from").fill("95");
  await expect(said).toContainText(/leads? of \d+ move tier/);
  const matrix = page.getByRole("table", { name: "Leads by tier now and then" });
  const counts = await matrix.getByRole("cell").allInnerTexts();
  const total = counts.reduce((sum, text) => sum + (Number(text.replace(/\D/g, "")) || 0), 0);
  expect(await said.textContent()).toContain(`of ${total}`);
  await expect(page.getByText("The newest that move")).toBeVisible();

  await page.getByRole("button", { name: "Save as version" }).click();
  await expect(page.getByText("Say in a few words why it changes.")).toBeVisible();
  await page.getByRole("button", { name: "Undo all" }).click();
  await expect(page.getByLabel("Tier 1 from")).toHaveValue("75");
});

test("C2.7 criteria are added, moved and removed by keyboard, and say what is wrong", async ({
  page,
  as,
}) => {
  await as("admin");
  await page.goto("/settings/icp");
  const down = page.getByRole("button", { name: "Move 200 to 10,000 employees down" });
  await down.press("Enter");
  await expect(page.getByRole("listitem").nth(0).getByLabel("Criterion")).toHaveValue(
    "An industry we serve",
  );
  await expect(down).toBeFocused();
  await page.getByRole("button", { name: "Remove Direct sales in region" }).press("Enter");
  await expect(page.getByLabel("Criterion", { exact: true }).nth(3)).toBeFocused();
  await page.getByRole("button", { name: "Add a criterion" }).press("Enter");
  await expect(page.getByLabel("Criterion", { exact: true }).last()).toBeFocused();
  await expect(page.getByText("Give it a name.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save as version" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
});

test("C2.6 those who work on leads read the ICP, and reps have no such page", async ({
  page,
  as,
}) => {
  await as("manager");
  await page.goto("/settings/icp");
  await expect(page.getByText("Tier 1 from 75 points")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await as("rep");
  expect((await page.goto("/settings/icp"))?.status()).toBe(404);
});
