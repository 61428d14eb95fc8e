import { lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { webhookRefusal } from "@/db/schema/webhook";
import type { SystemActor } from "@/lib/access/viewer";
import { HOUR } from "@/lib/platform/durations";

const KEPT_DAYS = 30;

/** What a connection refused: the reason as the caller was told it, one of a few. */
export type Refusal = { connectionId: string; reason: string };

/** Adds `count` refusals of one reason to those of the hour. Nobody's deed, so no history. */
export async function keepRefusals(
  _actor: SystemActor,
  { connectionId, reason }: Refusal,
  count: number,
  now: Date,
): Promise<void> {
  const hour = new Date(Math.floor(now.getTime() / HOUR) * HOUR);
  const kept = webhookRefusal;
  await db
    .insert(kept)
    .values({ connectionId, reason, hour, at: now, count })
    .onConflictDoUpdate({
      target: [kept.connectionId, kept.reason, kept.hour],
      set: {
        at: sql`greatest(${kept.at}, excluded.at)`,
        count: sql`${kept.count} + excluded.count`,
      },
    });
}

/** Forgets what was refused long ago. */
export async function forgetRefusals(_actor: SystemActor, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 24 * HOUR);
  await db.delete(webhookRefusal).where(lt(webhookRefusal.hour, before));
}
