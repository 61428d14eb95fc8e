import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { sourceRecord } from "@/db/schema/source";
import { knownReceipts } from "@/lib/intake/activities/kept/commands";
import { receiptKey } from "@/lib/intake/activities/kept/receipt";
import type { ActivityInput } from "@/lib/intake/input";
import { noteChanges } from "../commands";
import type { Merged, SourceRecord } from "../source";

/** Beside the records of a stream, which of them were merged into which. */
const mergedOf = (stream: string) => `${stream}, merged`;

/**
 * Keeps which records were merged into which there, and has those read back that they are now. Answers
 * how many were not known: what is looked for once more is told once more.
 */
export async function noteMerges(
  tx: Transaction,
  connectionId: string,
  merges: readonly Merged[],
  now: Date,
): Promise<number> {
  const latest = new Map(merges.map((one) => [`${one.stream} ${one.id}`, one]));
  if (latest.size === 0) return 0;
  const rows = [...latest.entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { stream, id: recordId, into: parentId, at: changedAt }]) => ({
      connectionId,
      stream: mergedOf(stream),
      recordId,
      parentId,
      changedAt,
    }));
  const { changedAt, parentId } = sourceRecord;
  const fresh = await tx
    .insert(sourceRecord)
    .values(rows)
    .onConflictDoUpdate({
      target: [sourceRecord.connectionId, sourceRecord.stream, sourceRecord.recordId],
      set: { changedAt: sql`excluded.changed_at`, parentId: sql`excluded.parent_id` },
      setWhere: sql`${changedAt} <= excluded.changed_at
        and (${changedAt}, ${parentId}) is distinct from (excluded.changed_at, excluded.parent_id)`,
    })
    .returning({ id: sourceRecord.recordId });
  for (const [stream, those] of Map.groupBy(latest.values(), (one) => one.stream)) {
    const into = await lastOf(tx, connectionId, stream, [...new Set(those.map((one) => one.into))]);
    const changed = into.map((id) => ({ stream, id }));
    await noteChanges(tx, connectionId, changed, now);
  }
  return fresh.length;
}

/** What records are by now: what stayed of them may have been merged further. */
async function lastOf(
  tx: Transaction,
  connectionId: string,
  stream: string,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with recursive up (id) as (
      select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)
      union select m.parent_id from up join source_record m on m.record_id = up.id
        and m.connection_id = ${connectionId}::uuid and m.stream = ${mergedOf(stream)})
    select id from up where not exists (select from source_record m where m.record_id = up.id
      and m.connection_id = ${connectionId}::uuid and m.stream = ${mergedOf(stream)})`);
  return rows.map(({ id }) => id);
}

type Of = { connectionId: string; stream: string };

/** Records with the ids of all that were merged into them by now, however many steps ago. */
export async function withMerged(
  tx: Transaction,
  of: Of,
  records: readonly SourceRecord[],
  nameOf: (id: string) => string,
): Promise<SourceRecord[]> {
  const ids = records.map(({ id }) => id);
  const merged = await mergedInto(tx, of, ids);
  return records.map((record) => {
    const names = (merged.get(record.id) ?? []).map(({ id }) => nameOf(id));
    return names.length === 0 ? record : { ...record, also: [...(record.also ?? []), ...names] };
  });
}

/**
 * Activities under the ids by which they are known: some systems tell what somebody did again, as
 * that of the record which it was merged into. Only of those that are called by whose they are.
 */
export async function asKnown(
  tx: Transaction,
  of: Of,
  activities: readonly ActivityInput[],
  { nameOf, source }: { nameOf: (id: string) => string; source: string },
): Promise<readonly ActivityInput[]> {
  const prefix = nameOf("");
  const ownerOf = ({ id, leadExternalId: name = "" }: ActivityInput) =>
    name.startsWith(prefix) && id.startsWith(`${name}-`) ? name.slice(prefix.length) : "";
  const owners = [...new Set(activities.map(ownerOf))].filter(Boolean);
  const merged = await mergedInto(tx, of, owners);
  if (merged.size === 0) return activities;
  const others = activities.map((one) =>
    (merged.get(ownerOf(one)) ?? []).map(({ id }) => ({
      id: one.id.replace(nameOf(ownerOf(one)), nameOf(id)),
      source: one.source ?? source,
    })),
  );
  const known = await knownReceipts(tx, others.flat());
  return activities.map((one, index) => {
    const id = others[index]?.find((other) => known.has(receiptKey(other)))?.id;
    return id ? { ...one, id } : one;
  });
}

/** What was merged by now into each of these, by its id. */
async function mergedInto(tx: Transaction, { connectionId, stream }: Of, given: readonly string[]) {
  if (given.length === 0) return new Map<string, { id: string }[]>();
  const ids = JSON.stringify(given);
  const rows = await tx.execute<{ root: string; id: string }>(sql`
    with recursive down (root, id) as (
      select id, id from jsonb_array_elements_text(${ids}::jsonb) as given(id)
      union select down.root, m.record_id from down join source_record m on m.parent_id = down.id
        and m.connection_id = ${connectionId}::uuid and m.stream = ${mergedOf(stream)})
    select root, id from down where root <> id`);
  return Map.groupBy(rows, ({ root }) => root);
}
