import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { transaction } from "@/db/client";
import { person } from "@/db/schema/person";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { record } from "@/lib/platform/history";
import { takeRoutingTurn } from "../commands";
import type { memberInput } from "./input";

/**
 * Writes what routing knows of a rep: territory, skills, cap and weight. It counts from the next
 * lead on; leads that they have stay with them.
 */
export async function setMember(
  viewer: Viewer,
  input: z.output<typeof memberInput>,
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "manage people");
  const { personId, territoryName, weight: routingWeight, ...rest } = input;
  const after = { ...rest, territoryName: territoryName || null, routingWeight };
  return transaction(async (tx) => {
    await takeRoutingTurn(tx);
    const [row] = await tx
      .select()
      .from(person)
      .where(and(eq(person.id, personId), eq(person.role, "rep")))
      .for("no key update");
    if (!row) return refused("There is no such rep.");
    await tx.update(person).set(after).where(eq(person.id, personId));
    const { territory, languages, products, segments, leadCap } = row;
    const before = {
      territory,
      languages,
      products,
      segments,
      leadCap,
      territoryName: row.territoryName,
      routingWeight: row.routingWeight,
    };
    await record(tx, viewer, [
      { at: now, verb: "changed routing", subject: "person", subjectId: personId, before, after },
    ]);
    return done;
  });
}
