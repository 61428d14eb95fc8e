import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { planKept } from "@/db/kept-plans";
import type { ActivityRow } from "./activity-row";

/** By what a message is known again. */
export type Receipt = { source: string; id: string };

/** Half a surrogate pair, as a cut leaves it, cannot be kept. */
export const receiptKey = ({ source, id }: Receipt) => `${source}\n${id}`.toWellFormed();

const texts = (items: readonly (string | null)[]) => sql`${sql.param(items)}::text[]`;

/** Keeps a receipt for each of these messages; answers the keys of those that had none. */
export async function freshReceipts(
  tx: Transaction,
  receipts: readonly Receipt[],
  now: Date,
): Promise<Set<string>> {
  if (receipts.length === 0) return new Set();
  // In one order everywhere, so that two batches with the same messages never lock in a circle.
  const unique = [...new Map(receipts.map((one) => [receiptKey(one), one]))]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, one]) => one);
  const [row] = await tx.execute<{ fresh: string | null }>(
    planKept(sql`
      with kept as (
        insert into activity_receipt (source, message_id, received_at)
        select source, id, ${now.toISOString()}::timestamptz
        from unnest(${texts(unique.map((one) => one.source.toWellFormed()))},
          ${texts(unique.map((one) => one.id.toWellFormed()))}) as x(source, id)
        on conflict do nothing returning source || E'\\n' || message_id as key)
      select json_agg(key)::text as fresh from kept`),
  );
  return new Set(JSON.parse(row?.fresh ?? "[]") as string[]);
}

/** The rows, once the partitions of their months exist. */
export async function inMonths<T extends { occurredAt: Date }>(
  tx: Transaction,
  rows: T[],
): Promise<T[]> {
  const months = [...new Set(rows.map((row) => row.occurredAt.toISOString().slice(0, 7)))];
  const firsts = months.toSorted().map((month) => `${month}-01T00:00:00Z`);
  await tx.execute(
    planKept(sql`
      select baton_activity_month(month::timestamptz) from unnest(${texts(firsts)}) as x(month)`),
  );
  return rows;
}

/** A list for each column, and one statement: a value for each column of each row costs more than the rows. */
const columns = (rows: readonly ActivityRow[]) => sql`
  ${texts(rows.map((row) => row.kind))},
  ${texts(rows.map((row) => row.occurredAt.toISOString()))},
  ${texts(rows.map((row) => row.receivedAt.toISOString()))},
  ${texts(rows.map((row) => row.source))},
  ${texts(rows.map((row) => row.userAgent))},
  ${texts(rows.map((row) => row.product))},
  ${texts(rows.map((row) => JSON.stringify(row.details)))}`;

const COLUMNS = sql.raw("kind, occurred_at, received_at, source, user_agent, product, details");
const VALUES = sql.raw(
  "kind, occurred_at::timestamptz, received_at::timestamptz, source, user_agent, product, details::jsonb",
);

/** Keeps activities of leads. */
export async function insertActivities(
  tx: Transaction,
  given: readonly ({ leadId: string } & ActivityRow)[],
): Promise<void> {
  if (given.length === 0) return;
  const rows = await inMonths(tx, [...given]);
  await tx.execute(
    planKept(sql`
      insert into activity (lead_id, ${COLUMNS}) select lead_id, ${VALUES}
      from unnest(${sql.param(rows.map((row) => row.leadId))}::uuid[], ${columns(rows)})
        as x(lead_id, ${COLUMNS})`),
  );
}

/** As `insertActivities`, of visitors whose lead is not known. */
export async function insertAnonymous(
  tx: Transaction,
  rows: readonly ({ visitor: string } & ActivityRow)[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(
    planKept(sql`
      insert into anonymous_activity (visitor, ${COLUMNS}) select visitor, ${VALUES}
      from unnest(${texts(rows.map((row) => row.visitor))}, ${columns(rows)})
        as x(visitor, ${COLUMNS})`),
  );
}
