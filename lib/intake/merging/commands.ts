import { and, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { lead, leadExclusion, leadIdentity } from "@/db/schema/lead";
import type { Actor } from "@/lib/access/viewer";
import { writeFields } from "@/lib/enrichment/commands";
import { storedFields } from "@/lib/enrichment/queries";
import { mergeInTurn } from "@/lib/enrichment/values/merge-fields";
import { processLeads } from "@/lib/gate/commands";
import { forgetDecision, moveDecision } from "@/lib/gate/elsewhere/commands";
import { type LeadStatus, WITH_A_REP } from "@/lib/gate/status";
import { record } from "@/lib/platform/history";
import { byEmail, type Identity } from "../queries";
import { staysOf } from "./stays";

/** Somebody whom another system keeps as one person, and by what else that one was known there. */
export type Merging = { leadId: string; also: readonly Identity[] };

type Row = { id: string; status: LeadStatus; email: string | null; name: string | null };

/**
 * Follows what was merged elsewhere: of the leads that one person turned out to be, one stays, is
 * known by all their names, and has what all of them did; the others are set aside, and keep what
 * they had. Where a rep has another one already, both stay with their reps, and only what comes from
 * now on goes to the one. Repeated it changes nothing.
 */
export async function mergeLeadsWithin(
  tx: Transaction,
  actor: Actor,
  merged: readonly Merging[],
  now: Date,
): Promise<void> {
  for (const one of merged) await mergeOne(tx, actor, one, now);
}

/**
 * Follows what an address told: a lead that came by another system's name alone, without an address, is
 * the one that has the address which now comes with that name. That one stays, with what is known of
 * both. A lead with an address of its own may be somebody else, and so may a browser's reader.
 */
export async function joinUnaddressed(
  tx: Transaction,
  actor: Actor,
  apart: readonly Merging[],
  now: Date,
): Promise<void> {
  for (const { leadId, also } of apart) {
    const ofPeople = also.filter(({ kind }) => kind !== "anonymous");
    const found = await tx
      .select({ id: lead.id, kind: leadIdentity.kind, value: leadIdentity.value })
      .from(leadIdentity)
      .innerJoin(lead, eq(lead.id, leadIdentity.leadId))
      .where(and(ne(lead.id, leadId), isNull(lead.email), isOneOf(ofPeople)));
    if (found.length === 0) continue;
    const theirs = [...new Set(found.map(({ id }) => id))];
    await addFields(tx, actor, leadId, theirs);
    await mergeOne(tx, actor, { leadId, also: found }, now);
  }
}

/** Writes what is known of some leads to another one, as if their sources had told it there. */
async function addFields(tx: Transaction, actor: Actor, leadId: string, from: readonly string[]) {
  const stored = await storedFields(tx, actor, [leadId, ...from]);
  const arrivals = from.flatMap((id) => stored.get(id) ?? []);
  const merged = mergeInTurn(
    stored.get(leadId) ?? [],
    arrivals.map((row) => ({ [row.fieldId]: row })),
  );
  await writeFields(
    tx,
    merged.map((row) => ({ leadId, row })),
  );
}

/** True of a name that is one of these; of none where there are none. */
const isOneOf = (names: readonly Identity[]) =>
  or(
    sql`false`,
    ...names.map(({ kind, value }) =>
      and(eq(leadIdentity.kind, kind), eq(leadIdentity.value, value)),
    ),
  );

async function mergeOne(tx: Transaction, actor: Actor, { leadId, also }: Merging, now: Date) {
  if (also.length === 0) return;
  const named = await tx
    .selectDistinct({ id: leadIdentity.leadId })
    .from(leadIdentity)
    .where(and(ne(leadIdentity.leadId, leadId), isOneOf(also)));
  if (named.length === 0) return;
  const rows: Row[] = await tx
    .select({ id: lead.id, status: lead.status, email: lead.email, name: lead.name })
    .from(lead)
    .where(inArray(lead.id, [leadId, ...named.map(({ id }) => id)]))
    .orderBy(lead.id)
    .for("update");
  const kept = rows.find(({ id }) => id === leadId);
  if (!kept) return;
  const stays = staysOf(
    kept,
    rows.filter((row) => row !== kept),
  );
  const rest = rows.filter(({ id }) => id !== stays);
  for (const row of rest) await handOver(tx, row, stays, now);
  await handDecisionsOver(tx, actor, rows, stays);
  const name = rows.find(({ id }) => id === stays)?.name ?? null;
  await record(
    tx,
    actor,
    rest.flatMap((row) => [
      {
        at: now,
        verb: "merged",
        subject: "lead",
        subjectId: stays,
        after: { lead: row.id, name: row.name },
      },
      {
        at: now,
        verb: "merged into",
        subject: "lead",
        subjectId: row.id,
        after: { lead: stays, name },
      },
    ]),
  );
  await processLeads(
    tx,
    actor,
    rows.map(({ id }) => id),
    now,
  );
}

/**
 * What a lead did and the names it has go to the one that stays; activities are never taken away. What
 * one source says that both did at one moment is one thing: it was told again as the other's.
 */
async function handOver(tx: Transaction, { id, status, email }: Row, stays: string, now: Date) {
  await tx.execute(sql`
    insert into activity (id, lead_id, kind, occurred_at, received_at, source, user_agent, product, details)
    select id, ${stays}::uuid, kind, occurred_at, received_at, source, user_agent, product, details
    from activity theirs where lead_id = ${id}::uuid and not exists (
      select from activity own where own.lead_id = ${stays}::uuid and own.kind = theirs.kind
        and own.occurred_at = theirs.occurred_at and own.source = theirs.source
        and own.details = theirs.details)
    on conflict do nothing`);
  await tx.update(leadIdentity).set({ leadId: stays }).where(eq(leadIdentity.leadId, id));
  if (WITH_A_REP.includes(status)) return;
  if (email) {
    const { kind, value } = byEmail(email);
    await tx
      .insert(leadIdentity)
      .values({ kind, value, leadId: stays, createdAt: now })
      .onConflictDoUpdate({
        target: [leadIdentity.kind, leadIdentity.value],
        set: { leadId: stays },
      });
    await tx.update(lead).set({ email: null }).where(eq(lead.id, id));
  }
  await tx
    .insert(leadExclusion)
    .values({ leadId: id, reason: "Merged with another lead", at: now })
    .onConflictDoNothing();
}

/** What a router decided of one of them is for the one that stays, unless a rep has that already (K.4). */
async function handDecisionsOver(
  tx: Transaction,
  actor: Actor,
  rows: readonly Row[],
  stays: string,
): Promise<void> {
  const isWithRep = rows.some(({ id, status }) => id === stays && WITH_A_REP.includes(status));
  for (const { id } of rows.filter((row) => row.id !== stays)) {
    if (isWithRep) await forgetDecision(tx, actor, id);
    else await moveDecision(tx, actor, { from: id, to: stays });
  }
}
