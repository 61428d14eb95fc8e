import type { APIRequestContext, Page } from "@playwright/test";
import { FAULTS } from "./doubles/double";
import { SALESFORCE_APP, type Salesforce, startSalesforce } from "./doubles/salesforce/salesforce";
import { API_KEY } from "./support/keys";
import { leadsToSummarise } from "./support/many-leads";
import { accessibilityFaults, expect, test } from "./support/test";

let salesforce: Salesforce;
test.beforeAll(async () => {
  salesforce = await startSalesforce();
});
test.afterAll(() => salesforce.close());

const rowOf = (page: Page, name: string) =>
  page.getByRole("table", { name: "CRM", exact: true }).getByRole("row", { name });

async function connect(page: Page, name: string) {
  await page.goto("/connections");
  await page.getByRole("button", { name: "Connect a system" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("System").selectOption("Salesforce");
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByLabel("Consumer key").fill(SALESFORCE_APP.clientId);
  await dialog.getByLabel("Consumer secret").fill(SALESFORCE_APP.clientSecret);
  await dialog.getByLabel("Refresh token").fill(SALESFORCE_APP.refreshToken);
  await dialog.getByLabel("Login address").fill(salesforce.address);
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Connect" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(`${name} does not work.`).first()).toBeVisible();
}

/** Of other tests' leads it is not asked. */
async function askNothing(page: Page, name: string) {
  await page.goto("/connections/chain");
  await page.getByLabel(`${name}, person: asked`).uncheck();
  await page.getByRole("button", { name: "Save the chain" }).click();
  await expect(page.getByText("The chain is saved.").first()).toBeVisible();
}

async function route(request: APIRequestContext, leadId: string, owner: string) {
  const routing = await request.post(`/api/v1/leads/${leadId}/routing`, {
    headers: { authorization: `Bearer ${API_KEY}` },
    data: { owner, reason: "Named account", decidedAt: new Date().toISOString() },
  });
  expect(routing.ok()).toBe(true);
}

const records = (leadId: string) =>
  salesforce.tables.Lead.filter(({ Baton_Id__c }) => Baton_Id__c === leadId);
const notes = (leadId: string) => {
  const [record] = records(leadId);
  return salesforce.tables.Task.filter(({ WhoId }) => record && WhoId === record.Id);
};

test("K.3: an admin connects Salesforce and maps its fields; a routed lead is there, once", async ({
  as,
  page,
  request,
}) => {
  const mark = crypto.randomUUID().slice(0, 8);
  const name = `Salesforce ${mark}`;
  await as("rep");
  await page.goto("/queue");
  const said = await page.getByRole("banner").getByRole("paragraph").first().textContent();
  const owner = said?.replace(/Signed in.*/, "") ?? "";
  const [one = "", other = ""] = await leadsToSummarise(2, `Wren ${mark}`);

  await as("admin");
  salesforce.fail(FAULTS["a fault of its own"]);
  await connect(page, name);
  await askNothing(page, name);
  salesforce.fail(null);
  const { Task = [] } = salesforce.objects;
  salesforce.objects.Task = Task.filter((field) => field.name !== "Baton_Id__c");
  await page.goto("/connections");
  await page.getByRole("button", { name: `Test ${name}` }).click();
  await expect(page.getByText("has no field Baton_Id__c").first()).toBeVisible();
  salesforce.objects.Task = Task;
  await page.getByRole("button", { name: `Test ${name}` }).click();
  await expect(page.getByText(`${name} works.`).first()).toBeVisible();

  await page.getByRole("link", { name: `Field map of ${name}` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Field map of ${name}`);
  const rows = page.getByRole("list", { name: "Field map" }).getByRole("listitem");
  const count = await rows.count();
  await page.getByRole("button", { name: "Add a field" }).click();
  await page.getByLabel(`Value ${count + 1} from Baton`).selectOption("Trigger");
  const field = page.getByLabel(`Field ${count + 1} of Salesforce`);
  await field.selectOption("Baton_Summary__c");
  Object.assign(salesforce.objects.Lead?.find((one) => one.name === "Baton_Summary__c") ?? {}, {
    type: "boolean",
  });
  await page.getByRole("button", { name: "Check and save" }).click();
  await expect(page.getByText("Baton_Summary__c is a checkbox (boolean)").first()).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  Object.assign(salesforce.objects.Lead?.find((one) => one.name === "Baton_Summary__c") ?? {}, {
    type: "textarea",
  });
  await page.getByRole("button", { name: "Check and save" }).click();
  await expect(page.getByText("The field map is saved.").first()).toBeVisible();

  await route(request, one, owner);
  await expect.poll(() => notes(one).length, { timeout: 30_000 }).toBe(1);
  expect(records(one)).toHaveLength(1);
  expect(records(one)[0]?.Baton_Summary__c).not.toBeNull();
  expect(String(notes(one)[0]?.Description)).toContain("CONTACT BASICS");

  salesforce.rule("Every lead needs a region.");
  await route(request, other, owner);
  await page.goto("/connections");
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("Every lead needs a region.").first()).toBeVisible({ timeout: 1 });
  }).toPass({ timeout: 30_000 });
  await expect(rowOf(page, name)).toContainText("sent");
  expect(await accessibilityFaults(page)).toEqual([]);
  salesforce.rule(null);
  const refused = page
    .getByRole("listitem")
    .filter({ has: page.locator(`a[href="/ops/${other}"]`) });
  await refused.getByRole("button", { name: /^Retry: Handoff of/ }).click();
  await expect.poll(() => notes(other).length, { timeout: 30_000 }).toBe(1);
  expect(records(other)).toHaveLength(1);

  await page.getByRole("link", { name: "Field map", exact: true }).click();
  await expect(page.getByRole("row", { name: /Trigger/ })).toContainText(
    `${name}: Baton_Summary__c`,
  );

  await page.goto("/connections");
  await page.getByRole("button", { name: `Change ${name}` }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText(`${name} is removed.`).first()).toBeVisible();
});
