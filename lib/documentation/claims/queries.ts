import { and, eq, gt, type SQL, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { db } from "@/db/client";
import { leadClaim } from "@/db/schema/claim";
import { lead } from "@/db/schema/lead";
import { person } from "@/db/schema/person";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { type Claim, claimsLiveSince } from "./claim";

/** Who is on which of the leads now; nobody is on those that are left out. */
export async function claimsOf(
  viewer: Viewer,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, Claim>> {
  authorize(viewer, "document leads");
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: leadClaim.leadId, personId: person.id, by: person.name, at: leadClaim.at })
    .from(leadClaim)
    .innerJoin(person, eq(person.id, leadClaim.personId))
    .where(and(among(leadClaim.leadId, ids), gt(leadClaim.activeAt, claimsLiveSince(now))));
  return new Map(
    rows.map(({ id, personId, ...row }) => [id, { ...row, mine: personId === viewer.id }]),
  );
}

/** True in a query of `lead` where nobody but the viewer is on it. */
export const freeFor = (viewer: Viewer, now: Date): SQL => sql`not exists (
  select 1 from ${leadClaim} where ${leadClaim.leadId} = ${lead.id}
    and ${leadClaim.personId} <> ${viewer.id}
    and ${leadClaim.activeAt} > ${claimsLiveSince(now).toISOString()}::timestamptz)`;
