import { max } from "drizzle-orm";
import { db } from "@/db/client";
import { slaVersion } from "@/db/schema/sla-version";
import { DAY } from "@/lib/platform/durations";
import { DEFAULT_SLA } from "@/lib/sla/settings";
import type { Cast } from "./stage";
import { after } from "./story/calendar";
import { STORY_DAYS } from "./story/plan";

/** A version after those there are, whenever the database was made. */
async function put(version: Omit<typeof slaVersion.$inferInsert, "version">): Promise<void> {
  const [newest] = await db.select({ version: max(slaVersion.version) }).from(slaVersion);
  await db.insert(slaVersion).values({ ...version, version: (newest?.version ?? 0) + 1 });
}

/** The company of the story has a window and no ladder, so that nobody's old leads are given away. */
export async function withoutLadder(now: Date): Promise<void> {
  await put({
    settings: { ...DEFAULT_SLA, ladder: [] },
    reason: "Five minutes, and nothing happens after them yet",
    createdAt: after(now, -(STORY_DAYS + 31) * DAY),
  });
}

/** From the end of the story on, what nobody tries in time climbs the ladder. */
export async function raiseLadder(cast: Cast, now: Date): Promise<void> {
  const admin = [...cast.values()].find(({ member }) => member.role === "admin");
  await put({
    settings: DEFAULT_SLA,
    reason: "Too many leads were called the next morning",
    createdBy: admin?.viewer.id ?? null,
    // What was routed in this very moment is of the story.
    createdAt: after(now, 1),
  });
}
