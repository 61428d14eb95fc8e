import { desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { person } from "@/db/schema/person";
import { routingSetting } from "@/db/schema/routing";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { DEFAULT_ROUTING } from "../rule-book";
import { type RoutingChange, routingChanges } from "../settings-difference";

const SHOWN = 30;

/** The versions of the rules, the newest first. */
export async function routingHistory(viewer: Viewer): Promise<RoutingChange[]> {
  authorize(viewer, "see routing");
  const rows = await db
    .select({
      version: routingSetting.version,
      settings: routingSetting.settings,
      reason: routingSetting.reason,
      by: person.name,
      at: routingSetting.createdAt,
    })
    .from(routingSetting)
    .leftJoin(person, eq(person.id, routingSetting.createdBy))
    .orderBy(desc(routingSetting.version))
    .limit(SHOWN + 1);
  const whole = rows.map((row) => ({ ...row, settings: { ...DEFAULT_ROUTING, ...row.settings } }));
  return whole.slice(0, SHOWN).map(({ settings, ...row }, at) => ({
    ...row,
    changes: routingChanges(whole[at + 1]?.settings ?? DEFAULT_ROUTING, settings),
  }));
}
