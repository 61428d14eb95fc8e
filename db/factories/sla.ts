import { db } from "@/db/client";
import { slaVersion } from "@/db/schema/sla-version";
import { DEFAULT_SLA } from "@/lib/sla/settings";

/** Puts the ladder that comes with Baton in force since a moment; once, however often it is asked for. */
export async function theLadderSince(createdAt: Date): Promise<void> {
  await db
    .insert(slaVersion)
    .values({ version: 3, settings: DEFAULT_SLA, createdAt })
    .onConflictDoNothing();
}
