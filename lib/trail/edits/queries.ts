import { desc, eq, inArray } from "drizzle-orm";
import type { db, Transaction } from "@/db/client";
import { person } from "@/db/schema/person";
import { trailEdit } from "@/db/schema/trail";
import type { Actor } from "@/lib/access/viewer";
import { NO_EDITS, type TrailEdits } from "./edits";

/** A lead's edits in force; version 0 is the trail that nobody touched. `at` is ISO 8601. */
export type KnownEdits = {
  version: number;
  edits: TrailEdits;
  author: string | null;
  at: string | null;
};

export const UNEDITED: KnownEdits = { version: 0, edits: NO_EDITS, author: null, at: null };

/** What people made of the curated trails of these leads; those that nobody touched are left out. */
export async function editsOf(
  within: Transaction | typeof db,
  _actor: Actor,
  leadIds: readonly string[],
): Promise<Map<string, KnownEdits>> {
  const rows = await within
    .selectDistinctOn([trailEdit.leadId], {
      leadId: trailEdit.leadId,
      version: trailEdit.version,
      edits: trailEdit.edits,
      author: person.name,
      at: trailEdit.at,
    })
    .from(trailEdit)
    .innerJoin(person, eq(person.id, trailEdit.personId))
    .where(inArray(trailEdit.leadId, [...leadIds]))
    .orderBy(trailEdit.leadId, desc(trailEdit.version));
  return new Map(
    rows.map(({ leadId, at, ...rest }) => [leadId, { ...rest, at: at.toISOString() }]),
  );
}
