import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/access/viewer";
import { systemActor } from "@/lib/access/viewer";
import { localChain } from "@/lib/enrichment/providers";
import { enrichLeads } from "@/lib/gate/enrichment/commands";
import { fillField } from "@/lib/gate/filling/commands";
import { recordActivities } from "@/lib/intake/activities/commands";
import { captureLeads } from "@/lib/intake/commands";
import type { ActivityInput, LeadInput } from "@/lib/intake/input";
import { DAY } from "@/lib/platform/durations";
import type { FieldId } from "@/lib/standard/categories";

const sender = systemActor("connection", "Tests");

/** What a form asks of somebody whom nobody else is; `rest` adds or replaces. */
export const formLead = (rest: Partial<LeadInput> = {}): LeadInput => ({
  email: `${randomUUID()}@nordlys.example`,
  firstName: "Ingrid",
  lastName: "Solberg",
  jobTitle: "VP Operations",
  company: "Nordlys Logistics AS",
  phone: "+47 406 12 345",
  linkedinUrl: "https://www.linkedin.com/in/ingrid-solberg",
  region: "Norway",
  campaign: "Cold chain 2026",
  channel: "paid search",
  asset: "ROI calculator",
  ...rest,
});

/** A captured lead with what a form asks; `input` adds or replaces. */
export async function aLead(now: Date, input: Partial<LeadInput> = {}): Promise<string> {
  const captured = await captureLeads(
    sender,
    [{ input: formLead(input), source: "form", provider: "Tests" }],
    now,
    { enrichment: "by caller" },
  );
  const [first] = captured;
  if (!first) throw new Error("The lead was not captured.");
  const steps = await localChain(sender);
  await enrichLeads(sender, [first.leadId], { clock: () => now, steps });
  return first.leadId;
}

/** What a person has to confirm or fill before such a lead passes the gate. */
export const CONFIRMED: readonly (readonly [FieldId, string])[] = [
  ["C1.2", "VP Operations"],
  ["C1.4", "ingrid.solberg@nordlys.example"],
  ["C2.1", "1200"],
  ["C2.3", "Logistics, cold chain"],
  ["C2.5", "none"],
];

/** Fills by hand what the gate still wants, `except` what a test leaves open. */
export async function document(
  ops: Viewer,
  leadId: string,
  now: Date,
  except: readonly FieldId[] = [],
): Promise<void> {
  for (const [fieldId, value] of CONFIRMED) {
    if (except.includes(fieldId)) continue;
    const outcome = await fillField(ops, { leadId, fieldId, value }, now);
    if (!outcome.ok) throw new Error(`${fieldId}: ${outcome.reason}`);
  }
}

/** Activities that make a well-fitting lead an MQL: three days of a serious evaluation. */
export async function evaluate(leadId: string, now: Date): Promise<void> {
  const at = (days: number) => new Date(now.getTime() - days * DAY);
  const common = { leadId, userAgent: "Mozilla/5.0 (Macintosh) Safari/605.1" };
  const activities: ActivityInput[] = [
    ...[6, 5, 4].map((days) => ({
      ...common,
      id: randomUUID(),
      kind: "page_viewed" as const,
      occurredAt: at(days),
      details: { path: "/integrations/sap", seconds: 120 },
    })),
    ...[3, 2].map((days) => ({
      ...common,
      id: randomUUID(),
      kind: "page_viewed" as const,
      occurredAt: at(days),
      details: { path: "/pricing", seconds: 125 },
    })),
    {
      ...common,
      id: randomUUID(),
      kind: "event_attended",
      occurredAt: at(4.5),
      details: { title: "Migrating without downtime" },
    },
    {
      ...common,
      id: randomUUID(),
      kind: "content_downloaded",
      occurredAt: at(1),
      details: { title: "Security pack 2026" },
    },
    {
      ...common,
      id: randomUUID(),
      kind: "form_submitted",
      occurredAt: at(0.5),
      details: { form: "Request a demo" },
    },
  ];
  const recorded = await recordActivities(sender, activities, { now, source: "Tests" });
  if (recorded.accepted !== activities.length) throw new Error("Activities were refused.");
}
