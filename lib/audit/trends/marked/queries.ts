import { and, asc, eq, gte, inArray, lt, sql } from "drizzle-orm";
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
  const [versions, connections] = await Promise.all([
    db
      .select({ version: standardVersion.version, at: standardVersion.effectiveFrom })
      .from(standardVersion)
      .where(
        and(gte(standardVersion.effectiveFrom, from), lt(standardVersion.effectiveFrom, until)),
      ),
    db
      .select({ verb: history.verb, at: history.at, name: connection.name })
      .from(connection)
      .innerJoin(
        history,
        and(eq(history.subject, "connection"), eq(history.subjectId, sql`${connection.id}::text`)),
      )
      .where(
        and(
          inArray(history.verb, Object.keys(VERBS)),
          gte(history.at, from),
          lt(history.at, until),
        ),
      )
      .orderBy(asc(history.at)),
  ]);
  return [
    ...versions.map(({ version, at }) => ({ at, words: `standard ${version} took effect` })),
    ...connections.map(({ verb, name, at }) => ({
      at,
      words: `${name} ${VERBS[verb as keyof typeof VERBS]}`,
    })),
  ];
}
