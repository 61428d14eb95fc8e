import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { outcome } from "@/db/schema/outcome";
import type { Actor } from "@/lib/access/viewer";
import type { OutcomeInput } from "@/lib/intake/input";
import { type Identity, identityKey, knownLeads } from "@/lib/intake/queries";
import { type HistoryEntry, record } from "@/lib/platform/history";
import { outcomesOf } from "./queries";
import { type RecordedOutcome, sameOutcome } from "./same-outcome";

/** A deal as it is given; by the lead's own id from who knows that, and then it is all that is true. */
type GivenOutcome = Omit<OutcomeInput, "email" | "externalId"> &
  Partial<Pick<OutcomeInput, "email" | "externalId">> & { leadId?: string };

/** What became of one deal; `field` names the lead where there is no such lead. */
type OutcomeResult =
  | { result: "new" | "changed" | "unchanged" }
  | { result: "refused"; field: "email" | "externalId"; reason: string };

/**
 * Attaches opportunities and won deals to their leads, by email address, else by external id: one deal per lead, the
 * later row of two has the last word. Answers what became of each row, in their order. A deal
 * whose lead is not known is refused, because nothing could be said about what it proves.
 */
export async function recordOutcomes(
  tx: Transaction,
  actor: Actor,
  rows: readonly GivenOutcome[],
  now: Date,
): Promise<OutcomeResult[]> {
  const leadOf = await leadFinder(tx, actor, rows);
  const leads = rows.map(leadOf);
  const known = await outcomesOf(tx, actor, [...new Set(leads.filter((id) => id !== undefined))]);
  const writes = new Map<string, RecordedOutcome>();
  const entries: HistoryEntry[] = [];
  const results = rows.map((row, index): OutcomeResult => {
    const leadId = leads[index];
    if (leadId === undefined) return unknownLead(row);
    const before = known.get(leadId);
    const after: RecordedOutcome = {
      opportunityAt: row.opportunityAt ?? before?.opportunityAt ?? null,
      wonAt: row.wonAt ?? (row.leadId ? null : before?.wonAt) ?? null,
      detail: row.details,
    };
    if (before && sameOutcome(before, after)) return { result: "unchanged" };
    known.set(leadId, after);
    writes.set(leadId, after);
    entries.push(historyOf(leadId, before, after, now));
    return { result: before ? "changed" : "new" };
  });
  await writeOutcomes(tx, writes, actor.name, now);
  await record(tx, actor, entries);
  return results;
}

function unknownLead({ email, externalId }: GivenOutcome): OutcomeResult {
  const [field, value] = email
    ? (["email", email] as const)
    : (["externalId", externalId] as const);
  return { result: "refused", field, reason: `no lead has the ${field} ${value}` };
}

function historyOf(
  subjectId: string,
  before: RecordedOutcome | undefined,
  after: RecordedOutcome,
  at: Date,
): HistoryEntry {
  const told = ({ opportunityAt, wonAt, detail }: RecordedOutcome) => ({
    ...(opportunityAt && { opportunityAt: opportunityAt.toISOString() }),
    ...(wonAt && { wonAt: wonAt.toISOString() }),
    ...detail,
  });
  const first = after.wonAt ? "won" : "became an opportunity";
  const verb = before ? "corrected the deal" : first;
  const change = before ? { before: told(before), after: told(after) } : { after: told(after) };
  return { at, verb, subject: "lead", subjectId, ...change };
}

async function writeOutcomes(
  tx: Transaction,
  writes: ReadonlyMap<string, RecordedOutcome>,
  source: string,
  now: Date,
): Promise<void> {
  if (writes.size === 0) return;
  // In one order everywhere, so that two files with the same leads never lock in a circle.
  const rows = [...writes]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([leadId, written]) => ({ leadId, ...written, source, recordedAt: now }));
  await tx
    .insert(outcome)
    .values(rows)
    .onConflictDoUpdate({
      target: outcome.leadId,
      set: {
        opportunityAt: sql`excluded.opportunity_at`,
        wonAt: sql`excluded.won_at`,
        detail: sql`excluded.detail`,
        source: sql`excluded.source`,
        recordedAt: sql`excluded.recorded_at`,
      },
    });
}

async function leadFinder(tx: Transaction, actor: Actor, rows: readonly GivenOutcome[]) {
  const emails = rows.map(({ email }) => email).filter((email) => email !== undefined);
  const identities = rows.flatMap(({ externalId: value }): Identity[] =>
    value === undefined ? [] : [{ kind: "external", value }],
  );
  const { byEmail, byIdentity } = await knownLeads(tx, actor, emails, identities);
  return ({ leadId, email, externalId }: GivenOutcome): string | undefined =>
    leadId ??
    byEmail.get(email ?? "") ??
    byIdentity.get(identityKey({ kind: "external", value: externalId ?? "" }));
}
