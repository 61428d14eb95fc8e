import { expect, test } from "./support/test";

// Saves nothing that stays: other promises go by who gets which leads.
test("C5.2 an admin reorders the rules by keyboard and tries them on past leads", async ({
  page,
  as,
}) => {
  await as("admin");
  await page.goto("/settings/routing");
  const rule = (number: number) => page.getByLabel(`Rule ${number}`, { exact: true });
  await expect(rule(1)).toHaveValue("Account ownership");
  const second = await rule(2).inputValue();
  await page.getByRole("button", { name: `Move ${second} up` }).press("Enter");
  await expect(rule(1)).toHaveValue(second);

  await page.getByRole("button", { name: "Try on past leads" }).click();
  await expect(page.getByText(/of the last [\d,]+ leads? would go to somebody else/)).toBeVisible();
  const table = page.getByRole("table", { name: "Leads by rep, then and now" });
  await expect(table.getByRole("rowheader", { name: "Amara Lindqvist" })).toBeVisible();

  await page.getByRole("button", { name: /^Save as version/ }).click();
  await expect(page.getByText("Say in a few words why it changes.")).toBeVisible();
  await page.getByRole("button", { name: "Undo all" }).click();
  await expect(rule(1)).toHaveValue("Account ownership");
});

test("C5.2 a segment that is none says where it is wrong", async ({ page, as }) => {
  await as("admin");
  await page.goto("/settings/routing");
  await page.getByRole("button", { name: "Add a segment" }).click();
  const segment = page.getByLabel("Segment", { exact: true }).last();
  await segment.fill("Lost");
  await page.getByLabel("Countries or regions of Lost").fill("Atlantis");
  await page.getByRole("button", { name: "Try on past leads" }).click();
  await expect(page.getByText("'Atlantis' is no country and no region.").first()).toBeVisible();
});

test("C5.2 an admin changes a rep's weight, and it stays", async ({ page, as }) => {
  await as("admin");
  await page.goto("/settings/routing");
  await page.getByRole("button", { name: "Edit Teo Marchena" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Weight").fill("3");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  const row = page.getByRole("row", { name: /Teo Marchena/ });
  await expect(row.getByRole("cell", { name: "3", exact: true })).toBeVisible();
});

test("C5.2 managers and marketing ops read the rules, and reps have no such page", async ({
  page,
  as,
}) => {
  await as("manager");
  await page.goto("/settings/routing");
  await expect(page.getByRole("region", { name: "Rules" })).toContainText("Account ownership");
  await expect(page.getByRole("button", { name: /^Save|^Edit/ })).toHaveCount(0);
  await as("rep");
  expect((await page.goto("/settings/routing"))?.status()).toBe(404);
});

test("Q.2 a rep sets hours and an absence of their own, and takes them back", async ({
  page,
  as,
}) => {
  await as("rep");
  await page.goto("/settings/you");
  await page.getByLabel("Around the clock").uncheck();
  await page.getByLabel("Monday").fill("mornings");
  await page.getByRole("button", { name: "Save the hours" }).click();
  await expect(page.getByText("Give times such as 09:00–17:30.").first()).toBeVisible();
  await page.getByLabel("Around the clock").check();
  await page.getByRole("button", { name: "Save the hours" }).click();
  await expect(page.getByText("Saved. It counts from now on.")).toBeVisible();

  // Far off, so that no other promise misses a lead.
  await page.getByLabel("First day away").fill("2199-07-01");
  await page.getByLabel("Last day away").fill("2199-07-05");
  await page.getByRole("button", { name: "Add the absence" }).click();
  const back = page.getByRole("button", { name: /^Take back .*July 2199/ });
  await back.click();
  await expect(back).toHaveCount(0);
});
