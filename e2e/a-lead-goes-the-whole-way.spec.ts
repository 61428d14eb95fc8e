import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { evaluate } from "./support/documenting";
import { API_KEY } from "./support/keys";
import { expect, test } from "./support/test";

const headers = { authorization: `Bearer ${API_KEY}` };

/** Fills or confirms a field by hand; a choice is chosen, a text is typed. Then it is no gap. */
async function fill(ops: Page, label: string, value: string) {
  const missing = ops.getByRole("region", { name: "Missing" });
  const row = missing.getByRole("listitem").filter({ has: ops.getByLabel(label, { exact: true }) });
  const field = row.getByLabel(label, { exact: true });
  if (label === "CRM match") await field.selectOption(value);
  else await field.fill(value);
  await row.getByRole("button", { name: /^(Fill|Confirm)$/ }).click();
  await expect(row).toHaveCount(0);
}

test("G.1, G.3, G.7: a form fill is held, documented, handed off, opened, and added to", async ({
  browser,
  request,
}) => {
  // Letters only, as in a name; nobody else in the queue has them.
  const family = `Holm${randomUUID().replace(/[^a-f]/g, "")}`;
  const email = `astrid.${family.toLowerCase()}@unheard-of.example`;
  const created = await request.post("/api/v1/leads", {
    headers,
    data: {
      email,
      firstName: "Astrid",
      lastName: family,
      jobTitle: "Head of Logistics",
      company: "UNHEARD OF CORPORATION INC.",
      phone: "+47 406 12 345",
      linkedinUrl: "https://www.linkedin.com/in/astrid-whole-way",
      region: "Norway",
      campaign: "Cold chain",
      channel: "paid search",
      asset: "ROI calculator",
    },
  });
  expect(created.status()).toBe(201);
  const lead = await created.json();
  expect(lead.status).toBe("pending_enrichment");
  expect(lead.missing).toEqual(expect.arrayContaining(["C1.2", "C1.4", "C2.1", "C2.5"]));
  expect(lead.fields["C1.3"].value).toBe("Unheard of Corp");
  await evaluate(request, email);

  const opsContext = await browser.newContext();
  const ops = await opsContext.newPage();
  await ops.goto("/sign-in");
  await ops.getByRole("button", { name: "Sign in as marketing ops" }).click();
  await expect(ops).toHaveURL(/\/ops/);
  await ops.goto(`/ops/${lead.id}`);
  await expect(ops.getByRole("heading", { level: 1 })).toContainText(`Astrid ${family}`);

  await fill(ops, "Job title", "Head of Logistics");
  await fill(ops, "Direct email", email);
  await fill(ops, "Employees", "850");
  await fill(ops, "Industry", "Logistics, cold chain");
  const before = await request.get(`/api/v1/leads/${lead.id}`, { headers });
  expect((await before.json()).status).toBe("pending_enrichment");
  await fill(ops, "CRM match", "None");

  await expect
    .poll(async () => {
      const answer = await request.get(`/api/v1/leads/${lead.id}`, { headers });
      return (await answer.json()).status;
    })
    .toBe("routed");
  const routed = await (await request.get(`/api/v1/leads/${lead.id}`, { headers })).json();
  const handoff = await (
    await request.get(`/api/v1/handoffs/${routed.handoffId}`, { headers })
  ).json();
  expect(handoff.completeness).toMatchObject({
    contactBasics: "complete",
    companyIntelligence: "complete",
  });
  expect(handoff.touchpoints.length).toBeGreaterThanOrEqual(3);
  expect(handoff.touchpoints.length).toBeLessThanOrEqual(5);
  const repContext = await browser.newContext();
  const rep = await repContext.newPage();
  await rep.goto("/sign-in");
  await rep.getByRole("button", { name: "Sign in as rep" }).click();
  await rep
    .getByRole("link", { name: new RegExp(`Astrid ${family}`) })
    .first()
    .click();
  await expect(rep.getByRole("heading", { level: 1 })).toContainText(`Astrid ${family}`);
  // The page names the day, by the reader's calendar, between what it was and what came before.
  const [deed = ""] = handoff.trigger.split(",");
  await expect(rep.getByText(deed).first()).toBeVisible();
  for (const touchpoint of handoff.touchpoints) {
    await expect(rep.getByText(touchpoint.text).first()).toBeVisible();
  }

  await ops.getByRole("textbox", { name: "Note, in one sentence" }).fill("Met us at the fair.");
  await ops.getByRole("button", { name: "Add", exact: true }).click();
  await expect(ops.getByRole("button", { name: "Take back: Met us at the fair." })).toBeVisible();
  await rep.reload();
  const since = rep.getByRole("region", { name: "Since the handoff" });
  await expect(since).toContainText("Met us at the fair.");
  const after = await request.get(`/api/v1/handoffs/${routed.handoffId}`, { headers });
  expect(await after.json()).toEqual(handoff);
  await opsContext.close();
  await repContext.close();
});
