import { z } from "zod";
import type { Snapshot } from "@/lib/handoff/snapshot";
import { touchpoint } from "@/lib/standard/behavioral-trail";
import {
  completenessDocument,
  fieldsDocument,
  missingDocument,
  shownFields,
} from "../fields-document";

const remark = z.object({ text: z.string(), author: z.string(), at: z.iso.datetime() });

/** A handoff as the API shows it: the snapshot, which never changes (G.7). */
export const handoffDocument = z.object({
  id: z.guid(),
  leadId: z.guid(),
  routedAt: z.iso.datetime(),
  owner: z.object({ id: z.guid(), name: z.string() }),
  routingReason: z.string(),
  routingPath: z.array(z.string()).describe("What each routing rule said, in order"),
  standardVersion: z.int(),
  completeness: completenessDocument,
  missing: missingDocument,
  fields: fieldsDocument,
  touchpoints: z.array(touchpoint),
  trigger: z.string().describe("The sentence that says what made the lead an MQL"),
  triggeredAt: z.iso.datetime(),
  opener: z.string().nullable(),
  summary: z.string().nullable(),
  summaryIsDraft: z.boolean().describe("True where nobody wrote or approved it (G.5)"),
  notes: z.array(remark),
  flags: z.array(remark),
  scoreLines: z.array(z.object({ label: z.string(), points: z.number() })),
  activityCount: z.int(),
  leftOut: z.array(z.object({ rule: z.string(), count: z.int() })),
  reEngaged: z.boolean(),
  capturedAt: z.iso.datetime(),
  timeZone: z.string().nullable(),
});
type HandoffDocument = z.input<typeof handoffDocument>;

/** A handoff as the API shows it. */
export function handoffDocumentOf(id: string, snapshot: Snapshot): HandoffDocument {
  const { schema: _, owned: _owned, decidedElsewhere: _decided, ...shown } = snapshot;
  const { missing, fields, trigger, summary, ...rest } = shown;
  return {
    id,
    ...rest,
    missing: missing.map((field) => field.id),
    fields: shownFields(fields),
    trigger: trigger.text,
    triggeredAt: trigger.at,
    summary: summary?.text ?? null,
    summaryIsDraft: summary?.draft ?? false,
  };
}
