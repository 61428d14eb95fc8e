import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { planKept } from "@/db/kept-plans";
import type { ActivityInput } from "../../input";
import type { ActivityRow, Stamp } from "./activity-row";
import { LeadsRemoved } from "./keeping";
import { type Receipt, receiptKey, receiptOf } from "./receipt";

const texts = (items: readonly (string | null)[]) => sql`${sql.param(items)}::text[]`;

/** One order everywhere, so that two batches with the same messages never lock in a circle. */
const IN_ORDER = sql.raw('order by id collate "C", source collate "C"');

const sources = (receipts: readonly Receipt[]) =>
  receipts.map(({ source }) => source.toWellFormed());
const messageIds = (receipts: readonly Receipt[]) => receipts.map(({ id }) => id.toWellFormed());

/** Keeps a receipt for each of these messages; answers the keys of those that had none. */
export async function freshReceipts(
  tx: Transaction,
  receipts: readonly Receipt[],
  now: Date,
): Promise<Set<string>> {
  if (receipts.length === 0) return new Set();
  const [row] = await tx.execute<{ fresh: string | null }>(
    planKept(sql`
      with kept as (
        insert into activity_receipt (source, message_id, received_at)
        select source, id, ${now.toISOString()}::timestamptz
        from unnest(${texts(sources(receipts))}, ${texts(messageIds(receipts))}) as x(source, id)
        ${IN_ORDER}
        on conflict do nothing returning source || E'\\n' || message_id as key)
      select json_agg(key)::text as fresh from kept`),
  );
  return new Set(JSON.parse(row?.fresh ?? "[]") as string[]);
}

/** The keys of those of these messages that were taken before. */
export async function knownReceipts(
  tx: Transaction,
  receipts: readonly Receipt[],
): Promise<Set<string>> {
  if (receipts.length === 0) return new Set();
  const rows = await tx.execute<{ key: string }>(sql`
    select source || E'\\n' || message_id as key from activity_receipt
    join unnest(${texts(sources(receipts))}, ${texts(messageIds(receipts))}) as x(of_source, id)
      on source = of_source and message_id = id`);
  return new Set(rows.map(({ key }) => key));
}

/**
 * Keeps a receipt for each of these messages at half of the cost of `freshReceipts`. Throws where one
 * had a receipt or is here twice.
 */
export async function insertReceipts(
  tx: Transaction,
  receipts: readonly Receipt[],
  now: Date,
): Promise<void> {
  if (receipts.length === 0) return;
  const source = column(sources(receipts));
  await tx.execute(
    planKept(sql`
      insert into activity_receipt (source, message_id, received_at)
      select coalesce(source, ${source.shared}::text), id, ${now.toISOString()}::timestamptz
      from unnest(${source.list}, ${texts(messageIds(receipts))}) as x(source, id) ${IN_ORDER}`),
  );
}

/** Keeps a receipt for each message and answers those that are here for the first time. */
export async function keepReceipts<T extends { activity: ActivityInput }>(
  tx: Transaction,
  messages: readonly T[],
  stamp: Stamp,
): Promise<T[]> {
  const keyed = messages.map((one) => ({ one, receipt: receiptOf(one.activity, stamp) }));
  const receipts = keyed.map(({ receipt }) => receipt);
  const fresh = await freshReceipts(tx, receipts, stamp.now);
  return keyed.filter(({ receipt }) => fresh.delete(receiptKey(receipt))).map(({ one }) => one);
}

/** Sees to it that the partitions of the rows' months exist. */
export async function inMonths(
  tx: Transaction,
  rows: readonly { occurredAt: Date }[],
): Promise<void> {
  const months = new Set(
    rows.map(({ occurredAt: at }) => Date.UTC(at.getUTCFullYear(), at.getUTCMonth())),
  );
  if (months.size === 0) return;
  const firsts = [...months].toSorted().map((month) => new Date(month).toISOString());
  await tx.execute(
    planKept(sql`
      select baton_activity_month(month::timestamptz) from unnest(${texts(firsts)}) as x(month)`),
  );
}

/** A column's values as a list; what all rows share is sent once, beside a list that goes on as null. */
const column = (values: readonly (string | null)[]) =>
  values.every((value) => value === values[0])
    ? { list: texts([]), shared: values[0] ?? null }
    : { list: texts(values), shared: null };

/** Ids that we made or found: nothing in them needs quotes, which each would have to be looked through for. */
const idList = (ids: readonly string[]) => sql`${`{${ids.join()}}`}::uuid[]`;

const LISTS = sql.raw("id, kind, occurred_at, source, user_agent, product, details");
const COLUMNS = sql.raw("id, kind, occurred_at, source, user_agent, product, details, received_at");

/**
 * Rows that were received together: `lists` for `unnest` under the names of `LISTS`, and the `values` of
 * `COLUMNS` from there. A parameter for each value of each row would cost more than the rows. The
 * details are one text with a line for each, since within a list every quote is written twice.
 */
function columnsOf(rows: readonly ActivityRow[]) {
  const kind = column(rows.map((row) => row.kind));
  const source = column(rows.map((row) => row.source));
  const userAgent = column(rows.map((row) => row.userAgent));
  const product = column(rows.map((row) => row.product));
  // Made here: the server asks the system for each. Milliseconds are read sooner than written instants.
  const ids = idList(rows.map(() => randomUUID()));
  const times = sql`${`{${rows.map((row) => row.occurredAt.getTime()).join()}}`}::float8[]`;
  const details = rows.map((row) => JSON.stringify(row.details)).join("\n");
  return {
    lists: sql`${ids}, ${kind.list}, ${times}, ${source.list}, ${userAgent.list}, ${product.list},
      string_to_array(${details}, chr(10))`,
    values: sql`id, coalesce(kind, ${kind.shared}::text), to_timestamp(occurred_at / 1000),
      coalesce(source, ${source.shared}::text), coalesce(user_agent, ${userAgent.shared}::text),
      coalesce(product, ${product.shared}::text), details::jsonb,
      ${rows[0]?.receivedAt.toISOString()}::timestamptz`,
  };
}

/**
 * Keeps activities of leads. Throws where the partition of a month does not exist, or where leads were
 * removed since they had been so often (`asOf`; null where nobody goes by what was so before).
 */
export async function insertActivities(
  tx: Transaction,
  rows: readonly ({ leadId: string } & ActivityRow)[],
  asOf: number | null = null,
): Promise<void> {
  if (rows.length === 0) return;
  const { lists, values } = columnsOf(rows);
  const { count } = await tx.execute(
    planKept(sql`
      insert into activity (lead_id, ${COLUMNS}) select lead_id, ${values}
      from unnest(${idList(rows.map((row) => row.leadId))}, ${lists}) as x(lead_id, ${LISTS})
      where coalesce(${asOf}::int = (select times from lead_removal), true)`),
  );
  if (count < rows.length) throw new LeadsRemoved();
}

/** As `insertActivities`, of visitors whose lead is not known. */
export async function insertAnonymous(
  tx: Transaction,
  rows: readonly ({ visitor: string } & ActivityRow)[],
): Promise<void> {
  if (rows.length === 0) return;
  const { lists, values } = columnsOf(rows);
  await tx.execute(
    planKept(sql`
      insert into anonymous_activity (visitor, ${COLUMNS}) select visitor, ${values}
      from unnest(${texts(rows.map((row) => row.visitor))}, ${lists}) as x(visitor, ${LISTS})`),
  );
}
