import { asc, eq, min, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { attempt, decision, handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { systemActor } from "@/lib/access/viewer";
import { answerResearch, type ResearchAnswer } from "@/lib/handoff/research/commands";
import { recordOutcomes } from "@/lib/outcomes/commands";
import { DAY, MINUTE } from "@/lib/platform/durations";
import type { FieldId } from "@/lib/standard/categories";
import { type Random, random } from "./random";
import type { Cast } from "./stage";
import { after } from "./story/calendar";

const CRM_FILE = systemActor("command line", "File import");

/** What a rep looks up first, where nothing that they need is missing. */
const ALWAYS: readonly FieldId[] = ["C1.6", "C2.4", "C1.2"];
const BECOMES_OPPORTUNITY = { warm: 0.62, partial: 0.44 };
const IS_WON = { warm: 0.42, partial: 0.34 };

/** The handoffs that were tried, the earliest first, in an order that does not hang on ids. */
const tried = () =>
  db
    .select({
      firstTriedAt: min(attempt.at),
      handoffId: handoff.id,
      ownerId: handoff.ownerId,
      warm: handoff.warm,
      missing: handoff.missing,
      routedAt: handoff.routedAt,
      email: lead.email,
      accepted: sql<boolean>`coalesce(${decision.accepted}, false)`,
    })
    .from(handoff)
    .innerJoin(lead, eq(lead.id, handoff.leadId))
    .innerJoin(attempt, eq(attempt.handoffId, handoff.id))
    .leftJoin(decision, eq(decision.handoffId, handoff.id))
    .groupBy(handoff.id, lead.email, decision.accepted)
    .orderBy(asc(handoff.routedAt), asc(lead.email));
type Tried = Awaited<ReturnType<typeof tried>>[number];

function answerOf(chance: Random, { handoffId, warm, missing }: Tried): ResearchAnswer {
  if (!chance.chance(warm ? 0.2 : 0.65)) return { handoffId, lookedUp: false };
  const wanted = missing.length > 0 ? missing : ALWAYS;
  const fieldIds = chance.shuffled(wanted).slice(0, chance.between(1, 2));
  return { handoffId, lookedUp: true, fieldIds, minutes: chance.between(3, warm ? 8 : 18) };
}

/** When an accepted lead became an opportunity and was won, by `now`; nothing where it did not. */
function dealOf(chance: Random, { email, warm, routedAt }: Tried, now: Date) {
  const kind = warm ? "warm" : "partial";
  const opportunityAt = after(routedAt, chance.between(3, 20) * DAY);
  const wonAt = after(opportunityAt, chance.between(18, warm ? 50 : 64) * DAY);
  const [opens, wins] = [chance.chance(BECOMES_OPPORTUNITY[kind]), chance.chance(IS_WON[kind])];
  if (!opens || !email || opportunityAt > now) return [];
  const amount = String(chance.between(12, 90) * 1_000);
  return [
    { email, opportunityAt, ...(wins && wonAt <= now ? { wonAt } : {}), details: { amount } },
  ];
}

/** What reps told of their research, and what the CRM's file says that leads became. */
export async function leaveOutcomes(cast: Cast, now: Date): Promise<void> {
  const chance = random("outcomes");
  const reps = new Map([...cast.values()].map(({ viewer }) => [viewer.id, viewer]));
  const handoffs = await tried();
  for (const one of handoffs) {
    const rep = reps.get(one.ownerId);
    const told = chance.chance(0.5);
    const answer = answerOf(chance, one);
    const at = after(one.firstTriedAt ?? now, 2 * MINUTE);
    if (rep && told && at <= now) await answerResearch(rep, answer, at);
  }
  const deals = handoffs
    .filter(({ accepted }) => accepted)
    .flatMap((one) => dealOf(chance, one, now));
  await transaction((tx) => recordOutcomes(tx, CRM_FILE, deals, after(now, -1 * DAY)));
}
