import { desc, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { lead } from "@/db/schema/lead";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { circumstancesHere } from "@/lib/gate/queries";
import type { Activity } from "@/lib/intake/activities/activity";
import { DAY } from "@/lib/platform/durations";
import { choicesOf, exclusionsInForce } from "../queries";
import { type ExclusionSettings, READ_BACK_DAYS } from "../settings";
import { compared, type SampledLead, type Trial } from "./sample";

/** Leads that settings are tried on: those that something happened to last. */
const SAMPLED_LEADS = 300;
/** Of each of them the latest; one lead of an import may hold a hundred thousand. */
const ACTIVITIES_EACH = 500;

type Row = Omit<Activity, "occurredAt"> & { leadId: string; at: string };

async function activitiesOf(ids: readonly string[], now: Date): Promise<Map<string, Activity[]>> {
  const from = new Date(now.getTime() - READ_BACK_DAYS * DAY).toISOString();
  const rows = await db.execute<Row>(sql`
    select a.id, a.lead_id as "leadId", a.kind, a.occurred_at::text as at, a.source,
      a.user_agent as "userAgent", a.product, a.details
    from unnest(string_to_array(${ids.join(",")}, ',')::uuid[]) as l (id),
      lateral (select * from activity where lead_id = l.id
        and occurred_at between ${from}::timestamptz and ${now.toISOString()}::timestamptz
        order by occurred_at desc limit ${ACTIVITIES_EACH}) a`);
  const activities = [...rows].map(({ at, ...row }) => ({ ...row, occurredAt: new Date(at) }));
  return Map.groupBy(activities as (Activity & { leadId: string })[], ({ leadId }) => leadId);
}

async function sampleOf(viewer: Viewer, now: Date): Promise<SampledLead[]> {
  const leads = await db
    .select({ id: lead.id, email: lead.email })
    .from(lead)
    .orderBy(desc(lead.updatedAt), desc(lead.id))
    .limit(SAMPLED_LEADS);
  const ids = leads.map(({ id }) => id);
  if (ids.length === 0) return [];
  const here = await circumstancesHere(db);
  const choices = await choicesOf(db, viewer, ids);
  const activities = await activitiesOf(ids, now);
  return leads.map(({ id, email }) => ({
    circumstances: { ...here, email, choices: choices.get(id) ?? [] },
    activities: activities.get(id) ?? [],
  }));
}

/** What new settings would leave out, beside those in force, on a sample of leads. */
export async function tryExclusions(
  viewer: Viewer,
  settings: ExclusionSettings,
  now: Date,
): Promise<Trial> {
  authorize(viewer, "set exclusions");
  const inForce = await exclusionsInForce();
  return compared(await sampleOf(viewer, now), inForce.settings, settings, now);
}
