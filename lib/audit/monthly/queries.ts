import { and, asc, eq, notExists, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { notice } from "@/db/schema/notice";
import { person } from "@/db/schema/person";
import { viewerOf } from "@/lib/access/queries";
import type { SystemActor, Viewer } from "@/lib/access/viewer";

/** The managers who were not told of a month yet ("2026-10"), as they see it themselves. */
export async function managersToTell(_actor: SystemActor, month: string): Promise<Viewer[]> {
  const told = db
    .select({ one: sql`1` })
    .from(notice)
    .where(
      and(
        eq(notice.personId, person.id),
        eq(notice.kind, "monthly_summary"),
        eq(notice.occasion, month),
      ),
    );
  const rows = await db
    .select({ id: person.id, sessionVersion: person.sessionVersion })
    .from(person)
    .where(and(eq(person.role, "manager"), eq(person.active, true), notExists(told)))
    .orderBy(asc(person.createdAt));
  const viewers = await Promise.all(rows.map((row) => viewerOf(row.id, row.sessionVersion)));
  return viewers.filter((viewer) => viewer !== null);
}
