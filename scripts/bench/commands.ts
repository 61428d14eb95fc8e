import { sql } from "drizzle-orm";
import { connect, type Db } from "@/db/client";

const asOwner = async <T>(url: string, work: (db: Db) => Promise<T>): Promise<T> => {
  const { db, close } = connect(url, { max: 1, statementTimeout: 0 });
  return await work(db).finally(close);
};

/** Drops the databases of earlier ways of making them: names that begin with `prefix`, not `kept`. */
export async function dropOthers(ownerUrl: string, prefix: string, kept: string): Promise<void> {
  await asOwner(ownerUrl, async (db) => {
    const rows = await db.execute(sql`
      select datname as name from pg_database
      where starts_with(datname, ${prefix}) and not starts_with(datname, ${kept})`);
    for (const { name } of rows)
      await db.execute(sql`drop database if exists ${sql.identifier(String(name))} with (force)`);
  });
}

/** Drops a database, if it is there. */
export async function dropOne(ownerUrl: string, name: string): Promise<void> {
  await asOwner(ownerUrl, (db) =>
    db.execute(sql`drop database if exists ${sql.identifier(name)} with (force)`),
  );
}

/** How many leads there are, and how many of them stand with a handoff. */
export async function countLeads(ownerUrl: string): Promise<{ leads: number; handoffs: number }> {
  return asOwner(ownerUrl, async (db) => {
    const [row] = await db.execute<{ leads: number; handoffs: number }>(sql`
      select count(*)::int as leads, count(handoff_id)::int as handoffs from lead`);
    return row ?? { leads: 0, handoffs: 0 };
  });
}

/** The id of the made-up lead with so many activities; no list shows it, and it has nothing else. */
export const curatedLead = (activities: number): string =>
  `00000000-0000-4000-8000-${String(activities).padStart(12, "0")}`;

/**
 * Gives that lead, or another, so many activities of the last eighty days before `now`, of the kinds that a trail
 * tells and those that it leaves out; once, since they stay for the next run.
 */
export async function giveActivities(
  ownerUrl: string,
  count: number,
  now: Date,
  id = curatedLead(count),
): Promise<void> {
  await asOwner(ownerUrl, async (db) => {
    const since = new Date(now.getTime() - 85 * 86_400_000).toISOString();
    const [known] = await db.execute<{ count: number }>(sql`
      select count(*)::int as count from activity where lead_id = ${id} and occurred_at > ${since}`);
    if (known?.count === count) return;
    await db.execute(sql`delete from activity where lead_id = ${id}`);
    await db.execute(sql`
      select baton_activity_month(month) from generate_series(
        date_trunc('month', ${since}::timestamptz), ${now.toISOString()}, '1 month') month`);
    await db.execute(sql`
      insert into activity (lead_id, kind, occurred_at, received_at, source, user_agent, details)
      select ${id}, kind, at, at + interval '2 seconds', 'Bench', null, case kind
        when 'page_viewed' then jsonb_build_object('path', '/' || path, 'title', path, 'seconds', row % 240)
        when 'content_downloaded' then jsonb_build_object('title', 'Guide ' || row % 12)
        when 'event_attended' then jsonb_build_object('title', 'Webinar ' || row % 9)
        else jsonb_build_object('messageId', 'mail-' || row % 300, 'subject', 'News ' || row % 40)
      end
      from (
        select row, ${now.toISOString()}::timestamptz - (random() * interval '80 days') as at,
          (array['page_viewed', 'page_viewed', 'page_viewed', 'page_viewed', 'page_viewed',
            'email_delivered', 'email_opened', 'email_clicked', 'content_downloaded',
            'event_attended'])[1 + row % 10] as kind,
          (array['pricing', 'security', 'integrations/sap', 'customers/hafenwerk', 'blog/pallets',
            'solutions/cold-chain', 'docs/api'])[1 + row % 7] || case when row % 3 = 0
              then '/part-' || row % 30 else '' end as path
        from generate_series(1, ${count}::int) row
      ) made order by at`);
    await db.execute(sql`analyze activity`);
  });
}
