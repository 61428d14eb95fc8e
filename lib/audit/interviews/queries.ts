import { asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { auditInterview } from "@/db/schema/audit";
import { person } from "@/db/schema/person";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { Interview } from "./view";

const asker = alias(person, "asker");

/** The reps whom the seed of an audit chose to be asked, in the order of drawing. */
export async function interviewsOf(viewer: Viewer, auditId: string): Promise<Interview[]> {
  authorize(viewer, "see the audit");
  const rows = await db
    .select({ of: auditInterview, rep: person.name, askedBy: asker.name })
    .from(auditInterview)
    .innerJoin(person, eq(person.id, auditInterview.repId))
    .leftJoin(asker, eq(asker.id, auditInterview.askedBy))
    .where(eq(auditInterview.auditId, auditId))
    .orderBy(asc(auditInterview.place));
  return rows.map(({ of, rep, askedBy }) => {
    const { place, answer: words, researches, what, fieldIds, at } = of;
    const asked = words !== null && researches !== null && askedBy !== null && at !== null;
    return {
      place,
      rep,
      answer: asked ? { words, researches, what, fieldIds, askedBy, at } : null,
    };
  });
}
