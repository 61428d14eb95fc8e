import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { API_KEY } from "./keys";
import { expect } from "./test";

const headers = { authorization: `Bearer ${API_KEY}` };

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

/** A lead as the API tells it. */
export async function leadOf(request: APIRequestContext, id: string) {
  return (await request.get(`/api/v1/leads/${id}`, { headers })).json();
}

/** A handoff as the API tells it. */
export async function handoffOf(request: APIRequestContext, id: string) {
  return (await request.get(`/api/v1/handoffs/${id}`, { headers })).json();
}

/** As marketing ops on a lead's page: fills or confirms by hand what such a lead lacks in C1 and C2. */
export async function documentByHand(ops: Page, email: string): Promise<void> {
  for (const [label, value] of [
    ["Job title", "Head of Logistics"],
    ["Direct email", email],
    ["Employees", "850"],
    ["Industry", "Logistics, cold chain"],
    ["CRM match", "None"],
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
