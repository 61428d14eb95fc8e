import { and, eq, lte } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { enrichmentHealth } from "@/db/schema/enrichment";
import type { Actor } from "@/lib/access/viewer";
import { afterAnswer, HEALTHY, type Health } from "../http/breaker";
import type { Answer, FailureCause } from "../provider";

/** How every provider has been doing, by health key. */
export async function healthOfAll(_actor: Actor): Promise<Map<string, Health>> {
  const rows = await db.select().from(enrichmentHealth);
  return new Map(rows.map(({ provider, ...health }) => [provider, health]));
}

/**
 * Writes what an answer makes of a provider's health, counting those of other processes along; `counts`
 * are the causes for which it may be left alone, where not all that say something of it.
 */
export async function noteHealth(
  _actor: Actor,
  key: string,
  answer: Answer,
  now: Date,
  counts?: readonly FailureCause[],
): Promise<Health> {
  return transaction(async (tx) => {
    await tx.insert(enrichmentHealth).values({ provider: key }).onConflictDoNothing();
    const ofKey = eq(enrichmentHealth.provider, key);
    const [row] = await tx.select().from(enrichmentHealth).where(ofKey).for("update");
    const { provider: _, ...before } = row ?? { provider: key, ...HEALTHY };
    const health = afterAnswer(before, answer, now, counts);
    await tx.update(enrichmentHealth).set(health).where(ofKey);
    return health;
  });
}

/**
 * Takes the one trial of a half-open breaker; false where somebody else took it. Until the trial is
 * over, at `until` at the latest, the breaker counts as open again.
 */
export async function claimTrial(
  _actor: Actor,
  key: string,
  now: Date,
  until: Date,
): Promise<boolean> {
  const taken = await db
    .update(enrichmentHealth)
    .set({ openUntil: until })
    .where(and(eq(enrichmentHealth.provider, key), lte(enrichmentHealth.openUntil, now)))
    .returning({ key: enrichmentHealth.provider });
  return taken.length > 0;
}
