import { and, asc, eq, gte, ne } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { attempt, decision, handoff } from "@/db/schema/handoff";
import { history } from "@/db/schema/history";
import { lead } from "@/db/schema/lead";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { tellCrms } from "@/lib/connections/outbox/commands";
import { processLeads } from "@/lib/gate/commands";
import { record } from "@/lib/platform/history";
import { type FieldId, fieldDefinition } from "@/lib/standard/categories";
import type { RejectionReason } from "../outcome";
import { givenOnTo, moveOn, NO_HANDOFF, type OwnHandoff, ownHandoff } from "../own/commands";
import { askAboutWrong, sayWrong, type WrongOptions, withdrawWrong } from "../wrong/commands";
import { canTakeBack, takenBackUntil } from "./undo";

/** A rep says what is wrong; what follows for the lead is judged like at any other time. */
const GATE = systemActor("job", "Gate");

type Rejection = {
  handoffId: string;
  reason: RejectionReason;
  /** The field that is wrong, where one is. */
  fieldId?: FieldId | undefined;
  words?: string | undefined;
};

/** Accepts the lead: it becomes an SQL (Q.5). */
export async function accept(
  viewer: Viewer,
  { handoffId }: { handoffId: string },
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "work the queue");
  return transaction(async (tx) => {
    const row = await decidable(tx, viewer, handoffId);
    if ("ok" in row) return row;
    const by = { handoffId, personId: viewer.id, at: now };
    await tx.insert(decision).values({ ...by, accepted: true });
    await moveOn(tx, viewer, row, { status: "accepted", verb: "accepted", after: {} }, now);
    await tellOfDecision(tx, viewer, row, now);
    return done;
  });
}

/**
 * Rejects the lead with a reason (Q.5). It returns to marketing ops; a field that is to blame is
 * wrong from now on, for everybody, and the gate holds the lead until somebody knows better.
 */
export async function reject(
  viewer: Viewer,
  input: Rejection,
  now: Date,
  options: WrongOptions = {},
): Promise<Outcome> {
  authorize(viewer, "work the queue");
  const { handoffId, reason, fieldId = null } = input;
  const words = input.words?.trim() || null;
  if (reason === "other" && !words) return refused("Say in a few words why.", "words");
  return transaction(async (tx) => {
    const row = await decidable(tx, viewer, handoffId);
    if ("ok" in row) return row;
    const found = fieldId && (await sayWrong(tx, viewer, { ...row, fieldId }, now));
    if (found === "no value") {
      const label = fieldDefinition(fieldId as FieldId).label;
      return refused(`${label} did not come with this lead, so it cannot be wrong.`, "fieldId");
    }
    const by = { handoffId, personId: viewer.id, at: now };
    await tx.insert(decision).values({ ...by, accepted: false, reason, fieldId, words });
    const after = { reason, fieldId, words };
    await moveOn(tx, viewer, row, { status: "rejected", verb: "rejected", after }, now);
    await tellOfDecision(tx, viewer, row, now);
    if (fieldId) {
      await processLeads(tx, GATE, [row.leadId], now);
      await askAboutWrong(tx, viewer, { leadId: row.leadId, fieldId }, now, options);
    }
    return done;
  });
}

/** The CRMs hear of it once it can no longer be taken back; then what stands is what they are told. */
async function tellOfDecision(tx: Transaction, viewer: Viewer, row: OwnHandoff, now: Date) {
  const { id: handoffId, leadId } = row;
  const occasion = `decision ${handoffId} ${now.toISOString()}`;
  const telling = { kind: "decision" as const, handoffId, leadId, occasion };
  await tellCrms(tx, viewer, telling, now, takenBackUntil(now));
}

/** The viewer's handoff while nobody has decided on it and the lead is still theirs, or why not. */
async function decidable(tx: Transaction, viewer: Viewer, handoffId: string) {
  const row = await ownHandoff(tx, viewer, handoffId);
  if (!row) return refused(NO_HANDOFF);
  const [made] = await tx
    .select({ accepted: decision.accepted })
    .from(decision)
    .where(eq(decision.handoffId, handoffId));
  if (made) return refused("This lead was decided on already.");
  const other = await givenOnTo(tx, viewer, row);
  if (other) return refused(`${other} has this lead now. Nothing was changed.`);
  return row.current === row.id ? row : refused("This lead is not with you any more.");
}

/**
 * Takes a decision back within ten seconds (Q.5), as if it had not been made; it stays in the
 * lead's history. Refused once somebody else has worked on the lead, or it was set aside.
 */
export async function takeBack(
  viewer: Viewer,
  { handoffId }: { handoffId: string },
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "work the queue");
  return transaction(async (tx) => {
    const row = await ownHandoff(tx, viewer, handoffId);
    if (!row) return refused(NO_HANDOFF);
    const [made] = await tx.select().from(decision).where(eq(decision.handoffId, handoffId));
    if (!made) return refused("This was taken back already.");
    if (!canTakeBack(made.at, now)) {
      return refused("The ten seconds are over. Ask marketing ops for the lead.");
    }
    const other = await meanwhile(tx, viewer, row, made.at);
    if (other) return refused(`${other} has worked on this lead since, so it stays as it is.`);
    // A connection may have: a lead that it merged into another is not to live again beside that one.
    if (row.status === "excluded") {
      return refused("This lead was set aside since, so it stays as it is.");
    }
    await tx.delete(decision).where(eq(decision.handoffId, handoffId));
    await withdrawWrong(tx, viewer, { ...row, at: made.at });
    const status = (await wasTried(tx, handoffId)) ? "contacted" : "routed";
    await tx.update(lead).set({ status, updatedAt: now }).where(eq(lead.id, row.leadId));
    if (made.fieldId) await processLeads(tx, GATE, [row.leadId], now);
    const { accepted, reason, fieldId, words } = made;
    const before = { accepted, reason, fieldId, words };
    await record(tx, viewer, [
      { at: now, verb: "took back", subject: "lead", subjectId: row.leadId, before },
    ]);
    return done;
  });
}

/** Whoever has done something about the lead after its rep decided. */
async function meanwhile(
  tx: Transaction,
  viewer: Viewer,
  row: OwnHandoff,
  decidedAt: Date,
): Promise<string | null> {
  const other = await givenOnTo(tx, viewer, row);
  if (other) return other;
  const [entry] = await tx
    .select({ name: history.actorName })
    .from(history)
    .where(
      and(
        eq(history.subject, "lead"),
        eq(history.subjectId, row.leadId),
        gte(history.at, decidedAt),
        eq(history.actorKind, "person"),
        ne(history.actorId, viewer.id),
      ),
    )
    .orderBy(asc(history.at))
    .limit(1);
  return entry?.name ?? null;
}

async function wasTried(tx: Transaction, handoffId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: attempt.id })
    .from(attempt)
    .innerJoin(handoff, eq(handoff.id, attempt.handoffId))
    .where(and(eq(attempt.handoffId, handoffId), gte(attempt.at, handoff.routedAt)))
    .limit(1);
  return row !== undefined;
}
