import { randomUUID } from "node:crypto";
import { transaction } from "@/db/client";
import { systemActor } from "@/lib/access/viewer";
import { writeFields } from "@/lib/enrichment/commands";
import { localChain } from "@/lib/enrichment/providers";
import { storedFields } from "@/lib/enrichment/queries";
import type { Arriving } from "@/lib/enrichment/values/merge-fields";
import { mergeFields } from "@/lib/enrichment/values/merge-fields";
import { enrichLeads } from "@/lib/gate/enrichment/commands";
import { fieldInput } from "@/lib/gate/filling/field-input";
import { recordActivities } from "@/lib/intake/activities/commands";
import { captureLeads } from "@/lib/intake/commands";
import { HOUR } from "@/lib/platform/durations";
import { CONFIRMED, formLead } from "./leads";

const sender = systemActor("connection", "Tests");

/** What a person confirms, as it would be stored. */
function confirmed(now: Date): Arriving {
  const given = CONFIRMED.map(([fieldId, text]) => {
    const input = fieldInput(fieldId, text);
    if (!input.ok) throw new Error(`${fieldId}: ${input.reason}`);
    const { value, detail } = input;
    const by = { source: "person", provider: "Tests", verified: true } as const;
    return [fieldId, { value, ...(detail && { detail }), ...by, obtainedAt: now.toISOString() }];
  });
  return Object.fromEntries(given) as Arriving;
}

/**
 * Many documented leads of one company at once, which only looked around: no MQLs, so no rep gets
 * them, and each waits for a summary. Their activities, which come last, have them judged.
 */
export async function leadsToSummarise(
  count: number,
  company: string,
  now: Date,
): Promise<string[]> {
  const inputs = Array.from({ length: count }, (_, at) =>
    formLead({ company, externalId: `${company} ${at}` }),
  );
  const captures = inputs.map((input) => ({ input, source: "form" as const, provider: "Tests" }));
  const captured = await captureLeads(sender, captures, now, { enrichment: "by caller" });
  const ids = captured.map(({ leadId }) => leadId);
  await enrichLeads(sender, ids, { clock: () => now, steps: await localChain(sender) });
  const given = confirmed(now);
  await transaction(async (tx) => {
    const stored = await storedFields(tx, sender, ids);
    const writes = ids.flatMap((leadId) =>
      mergeFields(stored.get(leadId) ?? [], given).rows.map((row) => ({ leadId, row })),
    );
    await writeFields(tx, writes);
  });
  const looks = ids.flatMap((leadId) =>
    ["/security", "/pricing"].map((path, at) => ({
      leadId,
      id: randomUUID(),
      kind: "page_viewed" as const,
      details: { path, seconds: 40 },
      occurredAt: new Date(now.getTime() - (at + 2) * HOUR),
      userAgent: "Mozilla/5.0 (Macintosh) Safari/605.1",
    })),
  );
  await recordActivities(sender, looks, { now, source: "Tests" });
  return ids;
}
