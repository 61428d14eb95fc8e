import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { apiKey, apiKeyFailure } from "@/db/schema/person";
import { HOUR } from "@/lib/platform/durations";
import type { SystemActor } from "../viewer";
import type { SenderFault } from "./faults";

/** Failures are told of for a day; the hour that began before it is told of in part. */
const KEPT = 25 * HOUR;

/** Keeps when a key was last used with success. Nobody's deed, so no history. */
export async function keepKeyUse(_actor: SystemActor, keyId: string, now: Date): Promise<void> {
  const { lastSuccessAt } = apiKey;
  await db
    .update(apiKey)
    .set({ lastSuccessAt: now })
    .where(and(eq(apiKey.id, keyId), or(isNull(lastSuccessAt), lt(lastSuccessAt, now))));
}

/** Adds `count` failures of a key by one cause to those of the hour, and forgets that cause's old ones. */
export async function keepKeyFailures(
  _actor: SystemActor,
  { keyId, cause, count }: { keyId: string; cause: SenderFault; count: number },
  now: Date,
): Promise<void> {
  const hour = new Date(Math.floor(now.getTime() / HOUR) * HOUR);
  const failure = apiKeyFailure;
  await transaction(async (tx) => {
    await tx
      .insert(failure)
      .values({ keyId, cause, hour, at: now, count })
      .onConflictDoUpdate({
        target: [failure.keyId, failure.cause, failure.hour],
        set: {
          at: sql`greatest(${failure.at}, excluded.at)`,
          count: sql`${failure.count} + excluded.count`,
        },
      });
    const old = lt(failure.hour, new Date(now.getTime() - KEPT));
    await tx.delete(failure).where(and(eq(failure.keyId, keyId), eq(failure.cause, cause), old));
  });
}
