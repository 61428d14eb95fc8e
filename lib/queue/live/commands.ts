import { lt } from "drizzle-orm";
import { db } from "@/db/client";
import { queueChange } from "@/db/schema/queue-change";
import type { SystemActor } from "@/lib/access/viewer";
import { DAY } from "@/lib/platform/durations";

/** Forgets changes that everybody has read or is past reading; `lib/queue/live/cursor.ts` knows. */
export async function forgetChanges(_actor: SystemActor, now: Date): Promise<void> {
  await db.delete(queueChange).where(lt(queueChange.at, new Date(now.getTime() - DAY)));
}
