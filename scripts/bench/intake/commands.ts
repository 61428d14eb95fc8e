import { sql } from "drizzle-orm";
import { connect, type Db } from "@/db/client";
import type { Event } from "./events";

/** Some leads with an address, spread over all. */
export async function someLeads(ownerUrl: string, count: number): Promise<string[]> {
  const { db, close } = connect(ownerUrl, { max: 1 });
  const rows = await db
    .execute<{ id: string }>(sql`
      select id from lead where email is not null order by md5(id::text) limit ${count}`)
    .finally(close);
  return rows.map(({ id }) => id);
}

/** The floor of taking events in: their rows, by one statement of the bare driver. */
export async function insertPlainly({ $client }: Db & DriverOf, events: readonly Event[]) {
  const receivedAt = new Date().toISOString();
  const rows = [...events];
  await $client`
    insert into activity (id, lead_id, kind, occurred_at, received_at, source, details)
    select * from unnest(
      ${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ leadId }) => leadId)}::uuid[],
      ${rows.map(({ kind }) => kind)}::text[],
      ${rows.map(({ occurredAt }) => occurredAt)}::text[]::timestamptz[],
      ${rows.map(() => receivedAt)}::text[]::timestamptz[], ${rows.map(() => "Floor")}::text[],
      ${rows.map(({ path, title, seconds }) => JSON.stringify({ path, title, seconds }))}::text[]::jsonb[])`;
}
type DriverOf = {
  $client: (text: TemplateStringsArray, ...values: string[][]) => Promise<unknown>;
};
