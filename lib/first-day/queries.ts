import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { person } from "@/db/schema/person";
import { routingSetting } from "@/db/schema/routing";
import { scoringModel } from "@/db/schema/scoring";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { FirstSteps } from "./steps";

const active = (role: "rep" | "marketing_ops") =>
  sql`exists (select from ${person} where ${person.active} and ${person.role} = ${role})`;

/** The first steps of an installation; null once a lead was handed off, since they are behind it. */
export async function firstSteps(viewer: Viewer): Promise<FirstSteps | null> {
  authorize(viewer, "manage people");
  const [found] = await db.execute<FirstSteps & { begun: boolean }>(sql`
    select
      exists (select from ${handoff}) as begun,
      ${active("rep")} and ${active("marketing_ops")} as people,
      exists (select from ${connection} where ${connection.removedAt} is null) as connections,
      exists (select from ${scoringModel} where ${scoringModel.createdBy} is not null) as icp,
      exists (select from ${routingSetting}) as routing,
      exists (select from ${lead}) as leads`);
  if (!found || found.begun) return null;
  const { begun: _, ...steps } = found;
  return steps;
}

/** Whether any lead has ever arrived here. */
export async function hasLeads(viewer: Viewer): Promise<boolean> {
  authorize(viewer, "see every lead");
  const [found] = await db.select({ id: lead.id }).from(lead).limit(1);
  return found !== undefined;
}
