import { and, eq, inArray, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { enrichmentAnswer } from "@/db/schema/enrichment";
import type { Actor } from "@/lib/access/viewer";
import { DAY } from "@/lib/platform/durations";
import type { Answer, Lookup, Pending } from "../provider";

/** Which question an answer is kept for: of whom, in which lookup, about which address or domain. */
export type Question = { provider: string; lookup: Lookup; key: string };

/**
 * What is known of a question: an answer that was kept, and when it was given; or it is ours to ask,
 * and nobody else's until the limit, by its ticket where it is paid for; or somebody else asks it now.
 */
type Claim =
  | { state: "kept"; answer: Answer; askedAt: Date }
  | { state: "ours"; pending?: Pending }
  | { state: "asking" };

const sameQuestion = ({ provider, lookup, key }: Question) =>
  and(
    eq(enrichmentAnswer.provider, provider),
    eq(enrichmentAnswer.lookup, lookup),
    eq(enrichmentAnswer.key, key),
  );

/** What a ticket stands for survives a claim, so that one whose process died is still asked after. */
const unlessPromised = (name: "words" | "values" | "asked_at") => {
  const column = sql.identifier(name);
  return sql`case when ${enrichmentAnswer.ticket} is null then excluded.${column} else ${enrichmentAnswer}.${column} end`;
};

/**
 * Reads the kept answer, or claims the question, so that two who want to know the same do not both
 * pay: the primary key lets one of them in, and a claim that was never answered runs out by itself.
 * `anew` takes no kept 'no match'.
 */
export async function claimQuestion(
  _actor: Actor,
  question: Question,
  { now, limitMs, anew }: { now: Date; limitMs: number; anew: boolean },
): Promise<Claim> {
  const old = lte(enrichmentAnswer.expiresAt, now);
  const stale = anew ? or(old, eq(enrichmentAnswer.answer, "no_match")) : old;
  const claim = { answer: "asking" as const, expiresAt: new Date(now.getTime() + limitMs) };
  const [claimed] = await db
    .insert(enrichmentAnswer)
    .values({ ...question, ...claim, words: "", values: {}, askedAt: now })
    .onConflictDoUpdate({
      target: [enrichmentAnswer.provider, enrichmentAnswer.lookup, enrichmentAnswer.key],
      set: {
        ...claim,
        words: unlessPromised("words"),
        values: unlessPromised("values"),
        askedAt: unlessPromised("asked_at"),
      },
      setWhere: stale,
    })
    .returning();
  if (claimed) {
    const { ticket, values, askedAt } = claimed;
    if (ticket === null) return { state: "ours" };
    const ageMs = now.getTime() - askedAt.getTime();
    return { state: "ours", pending: { ticket, values, ageMs } };
  }
  const [row] = await db.select().from(enrichmentAnswer).where(sameQuestion(question));
  const answer = row ? keptAnswer(row, now) : null;
  return row && answer ? { state: "kept", answer, askedAt: row.askedAt } : { state: "asking" };
}

function keptAnswer(row: typeof enrichmentAnswer.$inferSelect, now: Date): Answer | null {
  const { answer, words, values, ticket, expiresAt } = row;
  if (answer === "asking") return null;
  if (answer === "no_match") return { answer, words };
  if (answer === "found") return { answer, words, values };
  const seconds = Math.ceil((expiresAt.getTime() - now.getTime()) / 1_000);
  return {
    answer,
    words,
    values,
    retryAfterSeconds: Math.max(1, seconds),
    ...(ticket === null ? {} : { ticket }),
  };
}

/**
 * Keeps an answer for so many days, or gives the claim back where there is none to keep. What comes
 * later by a ticket is kept until it has come, through failures to ask after it.
 */
export async function keepAnswer(
  _actor: Actor,
  question: Question,
  answer: Answer,
  { now, days }: { now: Date; days: number },
): Promise<void> {
  if (answer.answer === "found" || answer.answer === "no_match") {
    await db
      .update(enrichmentAnswer)
      .set({
        answer: answer.answer,
        words: answer.words,
        values: answer.answer === "found" ? answer.values : {},
        ticket: null,
        askedAt: now,
        expiresAt: new Date(now.getTime() + days * DAY),
      })
      .where(sameQuestion(question));
    return;
  }
  const wish = "retryAfterSeconds" in answer ? answer.retryAfterSeconds : undefined;
  const promised = answer.answer === "later" && answer.ticket !== undefined;
  const claimed = and(sameQuestion(question), eq(enrichmentAnswer.answer, "asking"));
  await db
    .update(enrichmentAnswer)
    .set({
      answer: "later",
      expiresAt: new Date(now.getTime() + (wish ?? 60) * 1_000),
      ...(promised
        ? { words: answer.words, values: answer.values ?? {}, ticket: answer.ticket }
        : {}),
    })
    .where(promised ? claimed : and(claimed, isNotNull(enrichmentAnswer.ticket)));
  if (!promised)
    await db.delete(enrichmentAnswer).where(and(claimed, isNull(enrichmentAnswer.ticket)));
}

/** What was promised and never asked after is forgotten this long after it was asked for. */
const PROMISED_DAYS = 30;

/** Forgets the answers that may not be used any more: they hold personal data. */
export async function forgetOldAnswers(_actor: Actor, now: Date): Promise<number> {
  const isOld = and(
    lte(enrichmentAnswer.expiresAt, now),
    or(
      isNull(enrichmentAnswer.ticket),
      lte(enrichmentAnswer.askedAt, new Date(now.getTime() - PROMISED_DAYS * DAY)),
    ),
  );
  const old = db
    .select({ key: enrichmentAnswer.key })
    .from(enrichmentAnswer)
    .where(isOld)
    .limit(5_000);
  const gone = await db
    .delete(enrichmentAnswer)
    .where(and(isOld, inArray(enrichmentAnswer.key, old)))
    .returning({ key: enrichmentAnswer.key });
  return gone.length;
}
