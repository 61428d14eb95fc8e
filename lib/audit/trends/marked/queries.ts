import { and, eq, gte, inArray, lt, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { history } from "@/db/schema/history";
import { standardVersion } from "@/db/schema/standard";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { Change } from "./changes";

/** What may change what arrives; a test of a connection, or a secret sealed anew, changes nothing. */
const VERBS = {
  connected: "connected",
  changed: "changed",
  paused: "paused",
  resumed: "resumed",
  removed: "removed",
  "replaced secrets": "got new secrets",
} as const;

/** Versions of the standard that took effect, and changes of connections, between two moments. */
export async function changesBetween(viewer: Viewer, from: Date, until: Date): Promise<Change[]> {
  authorize(viewer, "see the audit");
  const between = (at: AnyPgColumn) => and(gte(at, from), lt(at, until));
  // One statement for both: each costs a page a journey.
  const rows = await db
    .select({
      at: standardVersion.effectiveFrom,
      verb: sql<keyof typeof VERBS | null>`null::text`,
      name: sql<string>`${standardVersion.version}::text`,
    })
    .from(standardVersion)
    .where(between(standardVersion.effectiveFrom))
    .unionAll(
      db
        .select({
          at: history.at,
          verb: sql<keyof typeof VERBS | null>`${history.verb}`,
          name: connection.name,
        })
        .from(connection)
        .innerJoin(
          history,
          and(
            eq(history.subject, "connection"),
            eq(history.subjectId, sql`${connection.id}::text`),
          ),
        )
        .where(and(inArray(history.verb, Object.keys(VERBS)), between(history.at))),
    )
    .orderBy(sql`1`);
  return rows.map(({ at, verb, name }) => ({
    at,
    words: verb ? `${name} ${VERBS[verb]}` : `standard ${name} took effect`,
  }));
}
