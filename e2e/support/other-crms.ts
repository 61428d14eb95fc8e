import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { HUBSPOT_TOKEN, type Hubspot } from "../doubles/hubspot";
import { ID_OF_LEADS, PIPEDRIVE_TOKEN, type Pipedrive, SUMMARY } from "../doubles/pipedrive";
import { API_KEY } from "./keys";
import { leadsToSummarise } from "./many-leads";
import { accessibilityFaults, expect } from "./test";

type Played = {
  as: (role: "rep" | "admin") => Promise<void>;
  page: Page;
  request: APIRequestContext;
};

type Wanted = { system: string; name: string; fields: Record<string, string> };

async function connect(page: Page, { system, name, fields }: Wanted) {
  await page.goto("/connections");
  await page.getByRole("button", { name: "Connect a system" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("System").selectOption(system);
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByRole("button", { name: "Connect" }).click();
  await expect(dialog.getByRole("alert")).toContainText("is missing");
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).fill(value);
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Connect" }).click();
  await expect(dialog).toBeHidden();
}

const crmRow = (page: Page, name: string) =>
  page.getByRole("table", { name: "CRM", exact: true }).getByRole("row", { name });

/** Of other tests' leads it is not asked. */
async function askNothing(page: Page, name: string) {
  await page.goto("/connections/chain");
  await page.getByLabel(`${name}, person: asked`).uncheck();
  await page.getByRole("button", { name: "Save the chain" }).click();
  await expect(page.getByText("The chain is saved.").first()).toBeVisible();
  await page.goto("/connections");
}

async function says(page: Page, name: string, words: string) {
  await page.getByRole("button", { name: `Test ${name}` }).click();
  await expect(page.getByText(words).first()).toBeVisible();
}

/** Adds a field to the map, without saving it. */
async function addField(page: Page, name: string, system: string, [from, to]: [string, string]) {
  await page.getByRole("link", { name: `field map of ${name}` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Field map of ${name}`);
  const rows = page.getByRole("list", { name: "Field map" }).getByRole("listitem");
  const count = await rows.count();
  await page.getByRole("button", { name: "Add a field" }).click();
  await page.getByLabel(`Value ${count + 1} from Baton`).selectOption(from);
  await page.getByLabel(`Field ${count + 1} of ${system}`).selectOption(to);
}

const save = (page: Page) => page.getByRole("button", { name: "Check and save" }).click();

/** A documented lead that nobody else's test knows, and the rep who gets it. */
async function leadOf({ page, as }: Pick<Played, "page" | "as">, mark: string) {
  await as("rep");
  await page.goto("/queue");
  const said = await page.getByRole("banner").getByRole("paragraph").first().textContent();
  const owner = said?.replace(/Signed in.*/, "") ?? "";
  const [lead = ""] = await leadsToSummarise(1, `Fern ${mark}`);
  await as("admin");
  return { owner, lead };
}

async function route(request: APIRequestContext, leadId: string, owner: string) {
  const routing = await request.post(`/api/v1/leads/${leadId}/routing`, {
    headers: { authorization: `Bearer ${API_KEY}` },
    data: { owner, reason: "Named account", decidedAt: new Date().toISOString() },
  });
  expect(routing.ok()).toBe(true);
}

async function remove(page: Page, name: string) {
  await page.goto("/connections");
  await page.getByRole("button", { name: `Change ${name}` }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  const dialog: Locator = page.getByRole("dialog");
  await expect(dialog).toContainText("what still waits does not go out");
  await dialog.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText(`${name} is removed.`).first()).toBeVisible();
  await expect(crmRow(page, name)).toHaveCount(0);
}

/** HubSpot as the CRM: what it lacks is named, its map is checked, and a routed lead is there once. */
export async function connectsHubspot({ as, page, request }: Played, hubspot: Hubspot) {
  const mark = crypto.randomUUID().slice(0, 8);
  const name = `HubSpot ${mark}`;
  const { owner, lead } = await leadOf({ page, as }, mark);
  const { account } = hubspot;
  const contacts = () => account.contacts.filter(({ properties }) => properties.baton_id === lead);
  const notes = () => account.notes.filter(({ contactId }) => contactId === contacts()[0]?.id);

  account.revoked.set(/deals/, "crm.objects.deals.read");
  const fields = { "Private app access token": HUBSPOT_TOKEN, "Another address": hubspot.address };
  await connect(page, { system: "HubSpot CRM", name, fields });
  await expect(crmRow(page, name)).toContainText("crm.objects.deals.read");
  await askNothing(page, name);
  account.revoked.clear();
  const own = account.properties.find((one) => one.name === "baton_id");
  Object.assign(own ?? {}, { hasUniqueValue: false });
  await says(page, name, "The property baton_id does not require unique values");
  Object.assign(own ?? {}, { hasUniqueValue: true });
  await says(page, name, `${name} works.`);

  const summary = account.properties.find((one) => one.name === "baton_summary");
  await addField(page, name, "HubSpot CRM", ["Trigger", "baton_summary"]);
  Object.assign(summary ?? {}, { type: "number", fieldType: "number" });
  await save(page);
  await expect(page.getByText("baton_summary is a number field (number)").first()).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  Object.assign(summary ?? {}, { type: "string", fieldType: "textarea" });
  await save(page);
  await expect(page.getByText("The field map is saved.").first()).toBeVisible();

  await route(request, lead, owner);
  await expect.poll(() => notes().length, { timeout: 30_000 }).toBe(1);
  expect(contacts()).toHaveLength(1);
  expect(contacts()[0]?.properties.baton_summary).toBeTruthy();
  expect(notes()[0]?.properties.hs_note_body).toMatch(/contact basics/i);
  await page.goto("/connections");
  // It is settled a moment after the note is there; the page asks again every 15 seconds.
  await expect(crmRow(page, name)).toContainText("sent", { timeout: 20_000 });
  await crmRow(page, name).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  expect(await accessibilityFaults(page)).toEqual([]);
  await remove(page, name);
}

/** Pipedrive, likewise: a person, a lead and a note. */
export async function connectsPipedrive({ as, page, request }: Played, pipedrive: Pipedrive) {
  const mark = crypto.randomUUID().slice(0, 8);
  const name = `Pipedrive ${mark}`;
  const { owner, lead } = await leadOf({ page, as }, mark);
  const { company } = pipedrive;
  const leads = () => company.leads.filter((row) => row[ID_OF_LEADS] === lead);
  const notes = () => company.notes.filter(({ lead_id }) => lead_id === leads()[0]?.id);

  pipedrive.forbid([{ on: /leads/, writes: true }]);
  const fields = { "API token": PIPEDRIVE_TOKEN, "Another address": pipedrive.address };
  await connect(page, { system: "Pipedrive", name, fields });
  await expect(crmRow(page, name)).toContainText("it needs the scope leads:full");
  await askNothing(page, name);
  pipedrive.forbid([]);
  const own = company.dealFields.shift();
  await says(page, name, "Leads and deals have no custom field ‘Baton ID’");
  if (own) company.dealFields.unshift(own);
  await says(page, name, `${name} works.`);

  await addField(page, name, "Pipedrive", ["Trigger", "Lead: Why now"]);
  const summary = company.dealFields.find(({ key }) => key === SUMMARY);
  Object.assign(summary ?? {}, { field_type: "double" });
  await save(page);
  await expect(page.getByText(/Lead: Why now is a number field/).first()).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  Object.assign(summary ?? {}, { field_type: "text" });
  await save(page);
  await expect(page.getByText("The field map is saved.").first()).toBeVisible();

  await route(request, lead, owner);
  await expect.poll(() => notes().length, { timeout: 30_000 }).toBe(1);
  expect(leads()).toHaveLength(1);
  expect(leads()[0]?.[SUMMARY]).toBeTruthy();
  expect(String(notes()[0]?.content)).toMatch(/contact basics/i);
  expect(company.persons.filter(({ id }) => id === leads()[0]?.person_id)).toHaveLength(1);
  await page.goto("/connections");
  // It is settled a moment after the note is there; the page asks again every 15 seconds.
  await expect(crmRow(page, name)).toContainText("sent", { timeout: 20_000 });
  await remove(page, name);
}
