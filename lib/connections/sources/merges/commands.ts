import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { sourceRecord } from "@/db/schema/source";
import { noteChanges } from "../commands";
import type { Merged, SourceRecord } from "../source";

/** Beside the records of a stream, which of them were merged into which. */
const mergedOf = (stream: string) => `${stream}, merged`;

/** Keeps which records were merged into which there, and has those read back that they are now. */
export async function noteMerges(
  tx: Transaction,
  connectionId: string,
  merges: readonly Merged[],
  now: Date,
): Promise<void> {
  const latest = new Map(merges.map((one) => [`${one.stream} ${one.id}`, one]));
  if (latest.size === 0) return;
  const rows = [...latest.entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { stream, id: recordId, into: parentId, at: changedAt }]) => ({
      ...{ connectionId, stream: mergedOf(stream), recordId, parentId, changedAt },
    }));
  await tx
    .insert(sourceRecord)
    .values(rows)
    .onConflictDoUpdate({
      target: [sourceRecord.connectionId, sourceRecord.stream, sourceRecord.recordId],
      set: { changedAt: sql`excluded.changed_at`, parentId: sql`excluded.parent_id` },
      setWhere: sql`${sourceRecord.changedAt} <= excluded.changed_at`,
    });
  for (const [stream, those] of Map.groupBy(latest.values(), (one) => one.stream)) {
    const into = await lastOf(tx, connectionId, stream, [...new Set(those.map((one) => one.into))]);
    const changed = into.map((id) => ({ stream, id }));
    await noteChanges(tx, connectionId, changed, now);
  }
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

/** Records with the ids of all that were merged into them by now, however many steps ago. */
export async function withMerged(
  tx: Transaction,
  { connectionId, stream }: { connectionId: string; stream: string },
  records: readonly SourceRecord[],
  nameOf: (id: string) => string,
): Promise<SourceRecord[]> {
  if (records.length === 0) return [];
  const ids = JSON.stringify(records.map(({ id }) => id));
  const rows = await tx.execute<{ root: string; id: string }>(sql`
    with recursive down (root, id) as (
      select id, id from jsonb_array_elements_text(${ids}::jsonb) as given(id)
      union select down.root, m.record_id from down join source_record m on m.parent_id = down.id
        and m.connection_id = ${connectionId}::uuid and m.stream = ${mergedOf(stream)})
    select root, id from down where root <> id`);
  const merged = Map.groupBy(rows, ({ root }) => root);
  return records.map((record) => {
    const names = (merged.get(record.id) ?? []).map(({ id }) => nameOf(id));
    return names.length === 0 ? record : { ...record, also: [...(record.also ?? []), ...names] };
  });
}
