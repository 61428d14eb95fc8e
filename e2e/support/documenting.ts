import { randomUUID } from "node:crypto";
import type { APIRequestContext, Browser, Page } from "@playwright/test";
import { API_KEY } from "./keys";
import { deskOf, expect } from "./test";

const headers = { authorization: `Bearer ${API_KEY}` };
const HOUR = 3_600_000;

/** Creates a lead through the API, of a company that no directory knows; answers its id. */
export async function createLead(
  request: APIRequestContext,
  rest: Record<string, string> = {},
): Promise<string> {
  // Letters only, as in a name; nobody else has them.
  const family = `Holm${randomUUID().replace(/[^a-f]/g, "")}`;
  const data = {
    email: `astrid.${randomUUID()}@unheard-of.example`,
    firstName: "Astrid",
    lastName: family,
    jobTitle: "Head of Logistics",
    company: "Unheard Of Corp",
    phone: "+47 406 12 345",
    linkedinUrl: `https://www.linkedin.com/in/astrid-${family.toLowerCase()}`,
    campaign: "Cold chain",
    channel: "paid search",
    asset: "ROI calculator",
    ...rest,
  };
  const created = await request.post("/api/v1/leads", { headers, data });
  expect(created.status()).toBe(201);
  return (await created.json()).id;
}

/** A second person's browser, signed in as an admin, who documents leads too. */
export const anotherDocumenter = (browser: Browser): Promise<Page> => deskOf(browser, "admin");

/** Where the summary is written. */
export const summaryOf = (page: Page) => page.getByRole("textbox", { name: "Summary" });

/** Saves the summary and stays. */
export const saveSummary = (page: Page) =>
  page.getByRole("button", { name: /^Save(?! and)/ }).click();

/** A lead as the API tells it. */
export async function leadOf(request: APIRequestContext, id: string) {
  return (await request.get(`/api/v1/leads/${id}`, { headers })).json();
}

/** A handoff as the API tells it. */
export async function handoffOf(request: APIRequestContext, id: string) {
  return (await request.get(`/api/v1/handoffs/${id}`, { headers })).json();
}

/** As marketing ops on a lead's page: fills or confirms by hand what such a lead lacks in C1 and C2. */
export async function documentByHand(ops: Page, email: string, crmMatch = "None"): Promise<void> {
  for (const [label, value] of [
    ["Job title", "Head of Logistics"],
    ["Direct email", email],
    ["Employees", "850"],
    ["Industry", "Logistics, cold chain"],
    ["CRM match", crmMatch],
  ] as const) {
    const missing = ops.getByRole("region", { name: "Missing" });
    const field = ops.getByLabel(label, { exact: true });
    const row = missing.getByRole("listitem").filter({ has: field });
    if (label === "CRM match") await row.getByLabel(label, { exact: true }).selectOption(value);
    else await row.getByLabel(label, { exact: true }).fill(value);
    await row.getByRole("button", { name: /^(Fill|Confirm)$/ }).click();
    await expect(row).toHaveCount(0);
  }
}

/** The same by somebody else, while who is signed in stays so: the lead of a company that buys already. */
export async function documentCustomer(browser: Browser, id: string, email: string): Promise<void> {
  const ops = await anotherDocumenter(browser);
  await ops.goto(`/ops/${id}`);
  await documentByHand(ops, email, "Existing customer");
  await ops.context().close();
}

/** Three days of a serious evaluation, told through the public API. */
export async function evaluate(request: APIRequestContext, leadEmail: string) {
  const at = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();
  const told = (kind: string, hours: number, rest: object) => {
    return { id: randomUUID(), leadEmail, kind, occurredAt: at(hours), ...rest };
  };
  const activities = [
    told("page_viewed", 80, { path: "/integrations/sap", seconds: 140 }),
    told("event_attended", 70, { title: "Migrating without downtime" }),
    told("page_viewed", 50, { path: "/pricing", seconds: 150 }),
    told("page_viewed", 26, { path: "/pricing", seconds: 100 }),
    told("content_downloaded", 25, { title: "Security pack 2026" }),
    told("form_submitted", 1, { form: "Request a demo" }),
  ];
  const answer = await request.post("/api/v1/activities", { headers, data: { activities } });
  expect(answer.status()).toBe(202);
  expect(await answer.json()).toMatchObject({ accepted: activities.length, repeated: 0 });
}
