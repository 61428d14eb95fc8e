import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { leadClaim } from "@/db/schema/claim";
import { lead } from "@/db/schema/lead";
import { person } from "@/db/schema/person";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { BulkDone } from "@/lib/gate/aside/commands";
import { NO_LEAD } from "@/lib/intake/lead-id";
import { record } from "@/lib/platform/history";
import { claimsLiveSince } from "./claim";

type Taken = { id: string; isNew: boolean };

/**
 * Claims leads that nobody else is on: one statement, so that of two people who press at once one
 * has it and the other is told. `opened`: their page is open, which is when the minute begins.
 */
async function take(
  tx: Transaction,
  viewer: Viewer,
  ids: readonly string[],
  { now, opened }: { now: Date; opened: boolean },
): Promise<Taken[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const live = sql`(old.person_id = ${viewer.id} and old.active_at > ${claimsLiveSince(now).toISOString()}::timestamptz)`;
  const rows = await tx.execute<{ id: string; is_new: boolean }>(sql`
    insert into lead_claim as old (lead_id, person_id, at, active_at, opened_at)
    select ${lead.id}, ${viewer.id}, ${at}, ${at}, ${opened ? at : sql`null`}
    from ${lead} where ${inArray(lead.id, [...ids])} order by ${lead.id}
    on conflict (lead_id) do update set person_id = excluded.person_id, active_at = excluded.active_at,
      at = case when ${live} then old.at else excluded.at end,
      opened_at = case when ${live} then coalesce(old.opened_at, excluded.opened_at) else excluded.opened_at end
    where old.person_id = ${viewer.id} or old.active_at <= ${claimsLiveSince(now).toISOString()}::timestamptz
    returning lead_id as id, at = ${at} as is_new`);
  const taken = rows.map(({ id, is_new }) => ({ id, isNew: is_new }));
  const fresh = taken.filter(({ isNew }) => isNew).map(({ id }) => id);
  await noteAll(tx, viewer, "claimed", fresh, now);
  return taken;
}

const noteAll = (tx: Transaction, viewer: Viewer, verb: string, ids: string[], at: Date) =>
  record(
    tx,
    viewer,
    ids.map((subjectId) => ({ at, verb, subject: "lead" as const, subjectId })),
  );

async function holderOf(tx: Transaction, leadId: string) {
  const [row] = await tx
    .select({ id: person.id, name: person.name })
    .from(leadClaim)
    .innerJoin(person, eq(person.id, leadClaim.personId))
    .where(eq(leadClaim.leadId, leadId));
  return row ?? null;
}

/** Claims leads, so that nobody else does the same (O.1); those of others are left as they are. */
export async function claimLeads(
  viewer: Viewer,
  { leadIds }: { leadIds: readonly string[] },
  now: Date,
): Promise<Outcome<BulkDone>> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    const ids = (await take(tx, viewer, leadIds, { now, opened: false })).map(({ id }) => id);
    if (ids.length > 0)
      return { ok: true, value: { leadIds: ids, left: leadIds.length - ids.length } };
    const holder = await holderOf(tx, leadIds[0] ?? "");
    return refused(holder ? `${holder.name} is on it.` : NO_LEAD);
  });
}

/** Gives one's own claims up. */
export async function releaseLeads(
  viewer: Viewer,
  { leadIds }: { leadIds: readonly string[] },
  now: Date,
): Promise<Outcome<BulkDone>> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    const released = await tx
      .delete(leadClaim)
      .where(and(inArray(leadClaim.leadId, [...leadIds]), eq(leadClaim.personId, viewer.id)))
      .returning({ id: leadClaim.leadId });
    const ids = released.map(({ id }) => id);
    if (ids.length === 0) return refused("You are on none of these any more.");
    await noteAll(tx, viewer, "released claim", ids, now);
    return { ok: true, value: { leadIds: ids, left: leadIds.length - ids.length } };
  });
}

/** Takes a lead over from who is on it, with a word why; both stay in the lead's history. */
export async function takeOver(
  viewer: Viewer,
  { leadId, words }: { leadId: string; words: string },
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    const [known] = await tx
      .select({ id: lead.id })
      .from(lead)
      .where(eq(lead.id, leadId))
      .orderBy(asc(lead.id))
      .for("key share");
    if (!known) return refused(NO_LEAD);
    const holder = await holderOf(tx, leadId);
    const mine = { personId: viewer.id, at: now, activeAt: now, openedAt: now };
    await tx
      .insert(leadClaim)
      .values({ leadId, ...mine })
      .onConflictDoUpdate({ target: leadClaim.leadId, set: mine });
    const entry = { at: now, verb: "took over", subject: "lead", subjectId: leadId } as const;
    await record(tx, viewer, [{ ...entry, before: holder?.name ?? null, after: { words } }]);
    return done;
  });
}

/** Says that the viewer works on a lead whose page is open. Answers who else is on it, if anybody. */
export async function workOn(
  viewer: Viewer,
  { leadId }: { leadId: string },
  now: Date,
): Promise<{ by: string | null }> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    const [mine] = await take(tx, viewer, [leadId], { now, opened: true });
    return { by: mine ? null : ((await holderOf(tx, leadId))?.name ?? null) };
  });
}

/**
 * Ends the viewer's claim on a lead, since the work on it is done. Answers when they opened it;
 * null where they did not, or where they left it for so long that the claim had run out.
 */
export async function endClaim(
  tx: Transaction,
  viewer: Viewer,
  leadId: string,
  now: Date,
): Promise<Date | null> {
  const [ended] = await tx
    .delete(leadClaim)
    .where(and(eq(leadClaim.leadId, leadId), eq(leadClaim.personId, viewer.id)))
    .returning({ openedAt: leadClaim.openedAt, activeAt: leadClaim.activeAt });
  return ended && ended.activeAt > claimsLiveSince(now) ? ended.openedAt : null;
}
