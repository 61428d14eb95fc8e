import { z } from "zod";
import { LEAD_STATUS_NAMES, type LeadStatus } from "@/lib/gate/status";
import type { LedgerRow } from "@/lib/scoring/ledger/queries";
import { LEDGER_GROUPS } from "@/lib/scoring/score-entry";
import { touchpoint } from "@/lib/standard/behavioral-trail";
import type { FieldValues } from "@/lib/standard/categories";
import { completeness, missingFields } from "@/lib/standard/completeness";
import { TRENDS } from "@/lib/standard/scoring-context";
import type { Standard } from "@/lib/standard/standard";
import {
  completenessDocument,
  fieldsDocument,
  missingDocument,
  shownFields,
} from "../fields-document";

const points = z.number().nullable();

const scoreEntryDocument = z.object({
  group: z.enum(LEDGER_GROUPS),
  rule: z.string(),
  label: z.string(),
  points: z.number().int(),
  activities: z.number().int().describe("How many activities earned the points"),
  since: z.iso.datetime(),
});

/** A lead as the API shows it (contract). */
export const leadDocument = z.object({
  id: z.guid(),
  email: z.string().nullable(),
  externalId: z.string().nullable(),
  status: z.enum(LEAD_STATUS_NAMES),
  completeness: completenessDocument,
  missing: missingDocument,
  fields: fieldsDocument,
  score: z.object({
    total: points,
    fit: points,
    intent: points,
    behavior: points,
    trend: z.enum(TRENDS).nullable(),
    trigger: z.string().nullable().describe("The sentence that says what made the lead an MQL"),
    modelTotal: points.describe("What the model says, where a person set another total"),
    entries: z
      .array(scoreEntryDocument)
      .describe("What the total is made of: the points add up to it (C4)"),
  }),
  touchpoints: z.array(touchpoint).describe("The curated trail (C3.8)"),
  handoffId: z.guid().nullable(),
  capturedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
type LeadDocument = z.input<typeof leadDocument>;

/** A lead as it is stored, with the current value of every field. */
export type LeadRecord = {
  id: string;
  email: string | null;
  externalId: string | null;
  status: LeadStatus;
  fields: FieldValues;
  /** The score as it was written when the lead was judged last. */
  ledger: readonly LedgerRow[];
  handoffId: string | null;
  capturedAt: Date;
  updatedAt: Date;
};

function scoreOf({ fields, ledger }: LeadRecord): LeadDocument["score"] {
  const number = (id: "C4.1" | "C4.2" | "C4.3" | "C4.4") => {
    const value = fields[id]?.value;
    return typeof value === "number" ? value : null;
  };
  const trend = fields["C4.5"]?.value as { direction?: (typeof TRENDS)[number] } | undefined;
  const trigger = fields["C4.6"]?.value;
  const given = fields["C4.1"]?.detail?.modelTotal;
  return {
    total: number("C4.1"),
    fit: number("C4.2"),
    intent: number("C4.3"),
    behavior: number("C4.4"),
    trend: trend?.direction ?? null,
    trigger: typeof trigger === "string" ? trigger : null,
    modelTotal: typeof given === "number" ? given : number("C4.1"),
    entries: ledger.map(({ group, rule, label, points, activityCount: activities, at }) => ({
      group,
      rule,
      label,
      points,
      activities,
      since: at.toISOString(),
    })),
  };
}

/**
 * A lead as the API shows it. Completeness is worked out from the very fields that are shown, so
 * that the two never disagree, also once the routing filled C5.
 */
export function leadDocumentOf(record: LeadRecord, standard: Standard): LeadDocument {
  const { id, email, externalId, status, fields, handoffId } = record;
  return {
    id,
    email,
    externalId,
    status,
    completeness: completeness(fields, standard),
    missing: missingFields(fields, standard).map((field) => field.id),
    fields: shownFields(fields),
    score: scoreOf(record),
    touchpoints: (fields["C3.8"]?.value as LeadDocument["touchpoints"] | undefined) ?? [],
    handoffId,
    capturedAt: record.capturedAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
  };
}
