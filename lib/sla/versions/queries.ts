import { desc, eq, lte } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { person } from "@/db/schema/person";
import { slaVersion } from "@/db/schema/sla-version";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { SlaSettings } from "../settings";

/** A version of the SLA. */
type Sla = { version: number; settings: SlaSettings };

/** The SLA that whatever is routed at a moment is held to. There always is one: the first is of 2000. */
export async function slaAt(at: Date, within: Transaction | typeof db = db): Promise<Sla> {
  const [row] = await within
    .select({ version: slaVersion.version, settings: slaVersion.settings })
    .from(slaVersion)
    .where(lte(slaVersion.createdAt, at))
    .orderBy(desc(slaVersion.version))
    .limit(1);
  if (!row) throw new Error("No SLA is in force.");
  return row;
}

/** Who changed the SLA when and why; nobody where it came with the product. */
type SlaChange = Sla & { reason: string | null; by: string | null; at: Date };

const CHANGES_SHOWN = 50;

/** The versions, the newest first. */
export async function slaChanges(viewer: Viewer): Promise<SlaChange[]> {
  authorize(viewer, "see the SLA");
  return db
    .select({
      version: slaVersion.version,
      settings: slaVersion.settings,
      reason: slaVersion.reason,
      by: person.name,
      at: slaVersion.createdAt,
    })
    .from(slaVersion)
    .leftJoin(person, eq(person.id, slaVersion.createdBy))
    .orderBy(desc(slaVersion.version))
    .limit(CHANGES_SHOWN);
}
