import { eq } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { lead } from "@/db/schema/lead";
import { escalation } from "@/db/schema/sla";
import type { Actor } from "@/lib/access/viewer";
import { ownersSoFar } from "@/lib/gate/leavers/queries";
import { rerouteLead } from "@/lib/gate/rerouting/commands";
import { notify } from "@/lib/notices/commands";
import type { NoticeKind } from "@/lib/notices/kinds";
import { formatDuration } from "@/lib/platform/format";
import { record } from "@/lib/platform/history";
import { log } from "@/lib/platform/log";
import { hindranceOf, somebodyCanTake } from "@/lib/routing/team/queries";
import { calendarOf, calendarsOf } from "../queries";
import { isToGoOnFrom } from "./away";
import { type DueStep, dueSteps } from "./ladder";
import {
  allUnanswered,
  isOwnedElsewhere,
  managers,
  type Unanswered,
  unansweredNow,
} from "./queries";
import { awaitStep } from "./schedule";

/** What came of a step: the handoff that followed, or why there is none; how many managers are sent word. */
type Came = { nextHandoffId?: string; words?: string; told?: number };

type Climb = { tx: Transaction; actor: Actor; one: Unanswered; now: Date };

/** Tells people of a step by its channel; of each step anew, though it be the same as one before. */
async function tell(
  { tx, actor, one, now }: Climb,
  { step, channel, room }: Pick<DueStep, "step" | "channel" | "room">,
  kind: NoticeKind,
  personIds: readonly string[],
): Promise<number> {
  if (channel === "app") return 0;
  const { leadId, handoffId } = one;
  const about = { kind, leadId, handoffId, occasion: `${handoffId} ${step}`, at: now };
  const notices = personIds.map((personId) => ({ ...about, personId }));
  const by = channel === "notices" ? undefined : { channel, connectionId: room?.id };
  return notify(tx, actor, notices, by);
}

const tellManagers = async (climb: Climb, due: DueStep): Promise<number> =>
  tell(climb, due, "escalation", await managers(climb.tx, climb.actor));

async function warnRep(climb: Climb, due: DueStep) {
  if (due.overtaken) return { words: "Its time had passed." };
  await tell(climb, due, "warning", [climb.one.ownerId]);
  return {};
}

/**
 * The first owner keeps their handoff and is told; where nobody else can take it, it stays, and is
 * tried again. Null where it was refused before and still nobody can.
 */
async function reroute(climb: Climb, due: DueStep): Promise<Came | null> {
  const { tx, actor, one, now } = climb;
  const notTo = await ownersSoFar(tx, actor, one.leadId);
  if (one.refused && !(await somebodyCanTake(actor, now, { notTo, within: tx }))) return null;
  const time = formatDuration(one.windowSeconds);
  const because = `${one.ownerName} did not answer within ${time}.`;
  const outcome = await rerouteLead(tx, actor, one.leadId, { notTo, because }, now);
  if (!outcome.ok) {
    if (one.refused) return null;
    await tellManagers(climb, due);
    return { words: outcome.reason };
  }
  await tell(climb, due, "rerouted_away", [one.ownerId]);
  return { nextHandoffId: outcome.value.handoffId };
}

/** The place of what is no step of the ladder. */
const behind = ({ ladder }: Unanswered) => ladder.length;

/**
 * Whoever is away answers nothing, and the clock stands still; whoever is over their cap was given one
 * that nobody could take: as soon as another rep can take the lead, it goes to them, with why. Null until
 * then, and where a person gave it to them elsewhere: it would have two owners.
 */
async function giveOn(climb: Climb): Promise<Came | null> {
  const { tx, actor, one, now } = climb;
  const { leadId, ownerId } = one;
  if (await isOwnedElsewhere(tx, actor, one.handoffId)) return null;
  const notTo = await ownersSoFar(tx, actor, leadId);
  if (!(await somebodyCanTake(actor, now, { notTo, within: tx }))) return null;
  const hindered = await hindranceOf(actor, ownerId, now, tx);
  const because = `${one.ownerName} ${hindered ?? "is away"}.`;
  const outcome = await rerouteLead(tx, actor, leadId, { notTo, because }, now);
  if (!outcome.ok) return null;
  const onward = { step: behind(one), channel: "notices" } as const;
  await tell(climb, onward, "rerouted_away", [ownerId]);
  return { nextHandoffId: outcome.value.handoffId, words: because };
}

async function take(climb: Climb, step: DueStep): Promise<Came | null> {
  switch (step.action) {
    case "warn_rep":
      return warnRep(climb, step);
    case "tell_manager":
      return step.channel === "app" ? {} : { told: await tellManagers(climb, step) };
    case "reroute":
      return reroute(climb, step);
  }
}

/**
 * A step and what came of it are one row, written by whoever holds the lead; only a re-route that was
 * refused is written over, by the one that is not. Answers whether anything came of it.
 */
async function climb(given: Climb, due: DueStep): Promise<boolean> {
  const came = await take(given, due);
  if (came) await keep(given, due, came);
  return came !== null;
}

async function keep(
  { tx, actor, one, now }: Climb,
  { step, action }: Pick<DueStep, "step" | "action">,
  came: Came,
): Promise<void> {
  const outcome = { at: now, words: null, ...came };
  await tx
    .insert(escalation)
    .values({ handoffId: one.handoffId, step, action, ...outcome })
    .onConflictDoUpdate({ target: [escalation.handoffId, escalation.step], set: outcome });
  await record(tx, actor, [
    {
      at: now,
      verb: "escalated",
      subject: "handoff",
      subjectId: one.handoffId,
      after: { action, ...came },
    },
  ]);
}

/**
 * Takes the steps that are due for one handoff, each once, in one transaction. The lead is locked as
 * it is by an attempt and a decision, so that whoever comes first settles it, and a second worker
 * finds the steps taken (Q.2). Answers of how many something came.
 */
export async function escalate(actor: Actor, handoffId: string, now: Date): Promise<number> {
  return transaction(async (tx) => {
    await tx.select({ id: lead.id }).from(lead).where(eq(lead.handoffId, handoffId)).for("update");
    const one = await unansweredNow(tx, actor, handoffId);
    if (!one) return 0;
    const owed = { ...one, calendar: await calendarOf(actor, one.ownerId, tx) };
    const climbs = { tx, actor, one, now };
    const goesOn = isToGoOnFrom(owed.calendar, one, now);
    const onward = goesOn ? await giveOn(climbs) : null;
    if (onward) {
      await keep(climbs, { step: behind(one), action: "reroute" }, onward);
      return 1;
    }
    const due = dueSteps(owed, one.ladder, one.done, now);
    let taken = 0;
    for (const step of due) if (await climb(climbs, step)) taken += 1;
    // One that was refused is not waited for: the next sweep tries it again.
    const done = [...one.done, ...due.map(({ step }) => step)];
    if (due.length > 0) await awaitStep(tx, handoffId, owed, one.ladder, done);
    return taken;
  });
}

/**
 * Catches what no job came for: a step that fell due earlier than was thought, because hours or an
 * absence were changed, re-routes for which nobody was free, and leads whose rep is away for days or has
 * too many. Answers how many handoffs had one; one that fails leaves the others alone.
 */
export async function sweep(actor: Actor, now: Date): Promise<number> {
  const all = await allUnanswered(actor, now);
  const calendars = await calendarsOf(actor, [...new Set(all.map(({ ownerId }) => ownerId))]);
  let caught = 0;
  for (const one of all) {
    const calendar = calendars.get(one.ownerId);
    if (!calendar) continue;
    const due = dueSteps({ ...one, calendar }, one.ladder, one.done, now);
    if (due.length === 0 && !isToGoOnFrom(calendar, one, now)) continue;
    const taken = await escalate(actor, one.handoffId, now).catch((err: unknown) => {
      log().error({ err, handoff: one.handoffId }, "A handoff could not be escalated");
      return 0;
    });
    if (taken > 0) caught += 1;
  }
  return caught;
}
