import { and, eq, inArray, lte, or } from "drizzle-orm";
import { db } from "@/db/client";
import { enrichmentAnswer } from "@/db/schema/enrichment";
import type { Actor } from "@/lib/access/viewer";
import type { Answer, Lookup } from "../provider";

/** Which question an answer is kept for: of whom, in which lookup, about which address or domain. */
export type Question = { provider: string; lookup: Lookup; key: string };

/**
 * What is known of a question: an answer that was kept, and when it was given; or it is ours to ask,
 * and nobody else's until the limit; or somebody else is asking it now.
 */
export type Claim =
  | { state: "kept"; answer: Answer; askedAt: Date }
  | { state: "ours" }
  | { state: "asking" };

const sameQuestion = ({ provider, lookup, key }: Question) =>
  and(
    eq(enrichmentAnswer.provider, provider),
    eq(enrichmentAnswer.lookup, lookup),
    eq(enrichmentAnswer.key, key),
  );

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
  const claim = {
    answer: "asking" as const,
    words: "",
    values: {},
    askedAt: now,
    expiresAt: new Date(now.getTime() + limitMs),
  };
  const claimed = await db
    .insert(enrichmentAnswer)
    .values({ ...question, ...claim })
    .onConflictDoUpdate({
      target: [enrichmentAnswer.provider, enrichmentAnswer.lookup, enrichmentAnswer.key],
      set: claim,
      setWhere: stale,
    })
    .returning({ key: enrichmentAnswer.key });
  if (claimed.length > 0) return { state: "ours" };
  const [row] = await db.select().from(enrichmentAnswer).where(sameQuestion(question));
  if (!row || row.answer === "asking") return { state: "asking" };
  const { answer, words, values, askedAt } = row;
  const kept: Answer = answer === "found" ? { answer, words, values } : { answer, words };
  return { state: "kept", answer: kept, askedAt };
}

/** Keeps an answer for so many days, or gives the claim back where there is none to keep. */
export async function keepAnswer(
  _actor: Actor,
  question: Question,
  answer: Answer,
  { now, days }: { now: Date; days: number },
): Promise<void> {
  if (answer.answer !== "found" && answer.answer !== "no_match") {
    await db
      .delete(enrichmentAnswer)
      .where(and(sameQuestion(question), eq(enrichmentAnswer.answer, "asking")));
    return;
  }
  await db
    .update(enrichmentAnswer)
    .set({
      answer: answer.answer,
      words: answer.words,
      values: answer.answer === "found" ? answer.values : {},
      askedAt: now,
      expiresAt: new Date(now.getTime() + days * 86_400_000),
    })
    .where(sameQuestion(question));
}

/** Forgets the answers that may not be used any more: they hold personal data. */
export async function forgetOldAnswers(_actor: Actor, now: Date): Promise<number> {
  const old = db
    .select({ key: enrichmentAnswer.key })
    .from(enrichmentAnswer)
    .where(lte(enrichmentAnswer.expiresAt, now))
    .limit(5_000);
  const gone = await db
    .delete(enrichmentAnswer)
    .where(and(lte(enrichmentAnswer.expiresAt, now), inArray(enrichmentAnswer.key, old)))
    .returning({ key: enrichmentAnswer.key });
  return gone.length;
}
