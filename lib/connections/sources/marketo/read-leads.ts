import { z } from "zod";
import { type Failed, unreadable } from "@/lib/enrichment/http/http";
import { asObject, type Loose, textOf } from "@/lib/intake/tracking/loose";
import { externalIdOf } from "../external-id";
import { readableLead } from "../readable";
import { nothing, type SourcePage, type SourceQuestion, type SourceRecord } from "../source";
import { instantText } from "./activity";
import { askLeads, FIELDS } from "./lead-fields";
import type { MarketoAccount } from "./token";

const reply = z.object({ result: z.array(z.record(z.string(), z.unknown())).default([]) });

function leadRecord(of: Loose, connectionId: string): SourceRecord | null {
  const id = textOf(of, "id");
  if (!id) return null;
  const at = Date.parse(instantText(textOf(of, "updatedAt") ?? ""));
  const changedAt = new Date(Number.isNaN(at) ? 0 : at);
  const score = Number(of.leadScore ?? Number.NaN);
  const scored = Number.isInteger(score) && score >= 0 && score <= 100;
  const named = Object.entries(FIELDS).map(([ours, theirs]) => [ours, textOf(of, theirs)]);
  const refused: string[] = [];
  const lead = readableLead(
    {
      ...Object.fromEntries(named),
      phone: textOf(of, "mobilePhone") ?? textOf(of, "phone"),
      scores: of.leadScore != null && scored ? { total: score } : undefined,
      externalId: externalIdOf("marketo", connectionId, id),
      capturedAt: Number.isNaN(at) ? undefined : changedAt.toISOString(),
    },
    refused,
  );
  return { id, changedAt, lead, refused };
}

/**
 * Leads that an activity or a webhook told of. Nothing lists all leads; whoever did nothing in a year
 * is read once they do something.
 */
export async function readLeads(
  reading: MarketoAccount & { connectionId: string },
  { position, changed, now }: SourceQuestion,
  signal: AbortSignal,
): Promise<SourcePage | Failed> {
  if (changed.length === 0) return nothing(position ?? {}, false, now);
  const answer = await askLeads(reading, { position, ids: changed, now }, signal);
  if ("answer" in answer) return answer;
  const told = reply.safeParse(answer.json).data;
  if (!told) return unreadable();
  const records = told.result.flatMap(
    (one) => leadRecord(asObject(one), reading.connectionId) ?? [],
  );
  const passedOver = changed.length - records.length;
  return { ...nothing(answer.position, true, null), records, passedOver };
}
