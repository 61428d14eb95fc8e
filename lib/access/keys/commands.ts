import { and, eq, isNull, lt, or } from "drizzle-orm";
import { db } from "@/db/client";
import { apiKey, apiKeyFailure } from "@/db/schema/person";
import type { SystemActor } from "../viewer";
import type { SenderFault } from "./faults";

/** Keeps when a key was last used with success, or last failed by a cause. Nobody's deed, so no history. */
export async function keepKeyUse(
  _actor: SystemActor,
  { keyId, fault }: { keyId: string; fault: SenderFault | null },
  now: Date,
): Promise<void> {
  if (fault) {
    await db
      .insert(apiKeyFailure)
      .values({ keyId, cause: fault, at: now })
      .onConflictDoUpdate({ target: [apiKeyFailure.keyId, apiKeyFailure.cause], set: { at: now } });
    return;
  }
  const { lastSuccessAt } = apiKey;
  await db
    .update(apiKey)
    .set({ lastSuccessAt: now })
    .where(and(eq(apiKey.id, keyId), or(isNull(lastSuccessAt), lt(lastSuccessAt, now))));
}
