import type { APIRequestContext, Page } from "@playwright/test";
import { type Double, FAULTS } from "./doubles/double";
import { startHubspot } from "./doubles/hubspot";
import { KICKBOX_FAULTS, KICKBOX_KEYS, startKickbox } from "./doubles/kickbox";
import { startPipedrive } from "./doubles/pipedrive";
import { SALESFORCE_APP, type Salesforce, startSalesforce } from "./doubles/salesforce/salesforce";
import { API_KEY } from "./support/keys";
import { leadsToSummarise } from "./support/many-leads";
import { connectsHubspot, connectsPipedrive } from "./support/other-crms";
import { accessibilityFaults, expect, test } from "./support/test";

// One after the other: there is one chain, and each of them takes a place in it.
test.describe.configure({ mode: "default" });

let kickbox: Double;
let salesforce: Salesforce;
test.beforeAll(async () => {
  kickbox = await startKickbox();
  salesforce = await startSalesforce();
});
test.afterAll(() => Promise.all([kickbox.close(), salesforce.close()]));

/** Opens the menu of a connection and chooses from it. */
async function choose(page: Page, name: string, item: string) {
  await page.getByRole("button", { name: `Change ${name}` }).click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

/** Closes what is said in the corner, so that the page itself is looked at. */
async function closeMessages(page: Page) {
  const messages = page.getByRole("button", { name: "Close message", includeHidden: true });
  while ((await messages.count()) > 0) {
    const before = await messages.count();
    await messages.first().click();
    await expect(messages).toHaveCount(before - 1);
  }
}

const rowOf = (page: Page, name: string) =>
  page.getByRole("table", { name: "Enrichment and verification" }).getByRole("row", { name });

async function connect(page: Page, name: string) {
  await page.getByRole("button", { name: "Connect a system" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("System").selectOption("Kickbox");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Another address").fill(kickbox.address);
  await dialog.getByRole("button", { name: "Connect" }).click();
  await expect(dialog.getByRole("alert")).toContainText("API key is missing");
  await dialog.getByLabel("API key").fill(KICKBOX_KEYS.good);
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Connect" }).click();
  await expect(dialog).toBeHidden();
}

test("K.5: an admin connects a verifier, is told what is wrong, mends it and removes it", async ({
  as,
  page,
}) => {
  await as("admin");
  await page.goto("/connections");
  const name = `Kickbox ${crypto.randomUUID().slice(0, 8)}`;
  // Without credits it tells other tests' leads nothing, and when it has some it is paused.
  kickbox.fail(KICKBOX_FAULTS["an empty account"]);
  await connect(page, name);
  await expect(page.getByText(`${name} does not work.`).first()).toBeVisible();
  await expect(rowOf(page, name)).toContainText("The account has no credits left");

  await choose(page, name, "Pause");
  await expect(rowOf(page, name)).toContainText("Paused");
  kickbox.fail(null);
  await page.getByRole("button", { name: `Test ${name}` }).click();
  await expect(page.getByText(`${name} works.`).first()).toBeVisible();
  await expect(rowOf(page, name)).toContainText(/3[.,]333 left/);
  await closeMessages(page);
  expect(await accessibilityFaults(page)).toEqual([]);

  await choose(page, name, "Replace the secret");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("API key").fill(KICKBOX_KEYS.wrong);
  await dialog.getByRole("button", { name: "Replace" }).click();
  await expect(dialog.getByRole("alert")).toContainText("the one before stays in use");
  await dialog.getByRole("button", { name: "Close" }).click();
  expect(await page.content()).not.toContain(KICKBOX_KEYS.good);

  await page.getByRole("link", { name: "Enrichment", exact: true }).click();
  const steps = page.getByRole("list", { name: "Enrichment chain" }).getByRole("listitem");
  await expect(steps.last()).toContainText(name);
  const count = await steps.count();
  await page.getByRole("button", { name: `Move ${name}, email address up` }).focus();
  await page.keyboard.press("Enter");
  await expect(steps.nth(count - 2)).toContainText(name);
  await expect(page.getByRole("status").filter({ hasText: "is now" })).toHaveText(
    `${name}, email address, is now ${count - 1} of ${count}.`,
  );
  await page.getByLabel(`${name}, email address: longest wait in seconds`).fill("40");
  await page.getByRole("button", { name: "Save the chain" }).click();
  await expect(page.getByText("at most 30 seconds").first()).toBeVisible();
  // Typed key by key, with a comma, as in most of Europe.
  await page.getByLabel(`${name}, email address: longest wait in seconds`).fill("");
  await page.keyboard.type("4,5");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Save the chain" }).click();
  await expect(page.getByText("The chain is saved.").first()).toBeVisible();
  await page.reload();
  await expect(steps.nth(count - 2)).toContainText(name);
  await expect(page.getByLabel(`${name}, email address: longest wait in seconds`)).toHaveValue(
    "4.5",
  );

  await page.getByRole("link", { name: "Connections", exact: true }).last().click();
  await choose(page, name, "Remove");
  await dialog.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText(`${name} is removed.`).first()).toBeVisible();
  await expect(rowOf(page, name)).toHaveCount(0);
});

test("M.1, C1.4: marketing ops reads the field map, the chain and the verdicts, and changes none", async ({
  as,
  page,
}) => {
  await as("marketing_ops");
  await page.goto("/connections");
  await expect(page.getByRole("button", { name: "Connect a system" })).toHaveCount(0);
  await page.getByRole("link", { name: "Field map" }).click();
  const phone = page.getByRole("row", { name: /Direct phone/ });
  await expect(phone).toContainText(/\d+%/);
  await expect(page.getByRole("table", { name: "Field map" }).getByRole("row")).toHaveCount(34);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("link", { name: "Enrichment", exact: true }).click();
  await expect(page.getByRole("table", { name: "Enrichment chain" })).toContainText(
    "Company directory",
  );
  await expect(page.getByRole("button", { name: "Save the chain" })).toHaveCount(0);
  await page.getByRole("link", { name: "Email verdicts" }).click();
  const accepting = page.getByRole("row", { name: /valid role_based_accept_all/ });
  await expect(accepting).toContainText("risky");
  await page.getByRole("link", { name: /^NeverBounce/ }).click();
  await expect(page.getByRole("row", { name: /catchall anything else/ })).toContainText("risky");
  expect(await accessibilityFaults(page)).toEqual([]);
});

test("K.5: a rep and a manager find nothing of connections", async ({ as, page }) => {
  for (const role of ["rep", "manager"] as const) {
    await as(role);
    for (const path of ["", "/chain", "/verdicts", "/fields"]) {
      const answer = await page.goto(`/connections${path}`);
      expect(answer?.status()).toBe(404);
    }
  }
});

const crmRow = (page: Page, name: string) =>
  page.getByRole("table", { name: "CRM", exact: true }).getByRole("row", { name });

async function connectSalesforce(page: Page, name: string) {
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
  await connectSalesforce(page, name);
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

  await page.getByRole("link", { name: `field map of ${name}` }).click();
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
  await expect(crmRow(page, name)).toContainText("sent", { timeout: 20_000 });
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

test("K.3: an admin connects HubSpot as the CRM and maps its fields; a routed lead is there, once", async ({
  as,
  page,
  request,
}) => {
  const hubspot = await startHubspot();
  await connectsHubspot({ as, page, request }, hubspot);
  await hubspot.close();
});

test("K.3: an admin connects Pipedrive and maps its fields; a routed lead is there, once", async ({
  as,
  page,
  request,
}) => {
  const pipedrive = await startPipedrive();
  await connectsPipedrive({ as, page, request }, pipedrive);
  await pipedrive.close();
});
