import { and, desc, eq, gt, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { company } from "@/db/schema/company";
import { decision, handoff } from "@/db/schema/handoff";
import { lead, leadExclusion } from "@/db/schema/lead";
import { person } from "@/db/schema/person";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { leadFacts } from "../lead-facts";
import { routingInForce } from "../queries";
import type { RoutingSettings } from "../rule-book";
import { fallbackPerson, repsAt, workAt } from "../team/queries";
import type { Held } from "./open-leads";
import { type PastLead, type RoutingTrial, replay } from "./replay";

/** Rules are tried on the leads handed off last: enough to see by, and quick whatever is stored. */
const TRIED_HANDOFFS = 300;
/** Of each lead as many activities as may name a product. */
const ACTIVITIES_EACH = 200;

async function productsOf(ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db.execute<{ id: string; products: string[] }>(sql`
    select l.id, array_agg(distinct a.product) as products
    from unnest(string_to_array(${ids.join(",")}, ',')::uuid[]) as l (id),
      lateral (select product from activity where lead_id = l.id
        order by occurred_at desc limit ${ACTIVITIES_EACH}) a
    where a.product is not null group by l.id`);
  return new Map([...rows].map(({ id, products }) => [id, products]));
}

/** When a handoff was open no more: decided on, its lead given to another, or set aside. */
const CLOSED_AT = sql`least(${decision.at}, ${leadExclusion.at}, (
  select min(n.routed_at) from handoff n
  where n.lead_id = ${handoff.leadId} and n.routed_at > ${handoff.routedAt}))`;
const closedAt = sql<string | null>`${CLOSED_AT}`;
const dated = (at: string | null) => (at === null ? null : new Date(at));

/** What those with a cap had open when the first lead came: more than that nobody asks for. */
async function openAt(at: Date, ownerIds: readonly string[]): Promise<Held[]> {
  if (ownerIds.length === 0) return [];
  const rows = await db
    .select({ ownerId: handoff.ownerId, closedAt })
    .from(handoff)
    .leftJoin(decision, eq(decision.handoffId, handoff.id))
    .leftJoin(leadExclusion, eq(leadExclusion.leadId, handoff.leadId))
    .where(
      and(
        inArray(handoff.ownerId, [...ownerIds]),
        lt(handoff.routedAt, at),
        or(isNull(CLOSED_AT), gt(CLOSED_AT, sql`${at.toISOString()}::timestamptz`)),
      ),
    );
  return rows.map((row) => ({ ...row, closedAt: dated(row.closedAt) }));
}

/** The leads handed off last, the oldest first, as they were then; accounts are today's. */
async function pastLeads(): Promise<PastLead[]> {
  const rows = await db
    .select({
      leadId: handoff.leadId,
      name: handoff.name,
      at: handoff.routedAt,
      had: { id: person.id, name: person.name },
      fields: sql<PastFields>`${handoff.snapshot} -> 'fields'`,
      accountOwnerId: company.ownerId,
      closedAt,
    })
    .from(handoff)
    .innerJoin(person, eq(person.id, handoff.ownerId))
    .innerJoin(lead, eq(lead.id, handoff.leadId))
    .leftJoin(company, eq(company.id, lead.companyId))
    .leftJoin(decision, eq(decision.handoffId, handoff.id))
    .leftJoin(leadExclusion, eq(leadExclusion.leadId, handoff.leadId))
    .orderBy(desc(handoff.routedAt), desc(handoff.id))
    .limit(TRIED_HANDOFFS);
  const products = await productsOf([...new Set(rows.map(({ leadId }) => leadId))]);
  return rows.toReversed().map(({ fields, accountOwnerId, ...row }) => ({
    ...row,
    closedAt: dated(row.closedAt),
    facts: leadFacts(fields, { accountOwnerId, products: products.get(row.leadId) ?? [] }),
  }));
}

type PastFields = Parameters<typeof leadFacts>[0];

/** Who would have got the leads handed off last, by rules that are not saved yet. */
export async function tryRouting(
  viewer: Viewer,
  settings: RoutingSettings,
  now: Date,
): Promise<RoutingTrial> {
  authorize(viewer, "see routing");
  const [leads, reps, fallback, inForce, presenceAt] = await Promise.all([
    pastLeads(),
    repsAt(db, viewer, now),
    fallbackPerson(db, viewer, settings.fallbackId),
    routingInForce(),
    workAt(db, viewer),
  ]);
  const capped = reps.filter(({ cap }) => cap !== null).map(({ id }) => id);
  const openBefore = leads[0] ? await openAt(leads[0].at, capped) : [];
  const rules = { tried: settings, inForce: inForce.settings };
  return replay({ leads, openBefore }, { reps, fallback }, rules, presenceAt);
}
