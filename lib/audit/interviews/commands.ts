import { and, eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { auditInterview } from "@/db/schema/audit";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { record } from "@/lib/platform/history";
import type { InterviewInput } from "./input";

/** Writes down what a drawn rep said (A.4). It can be corrected; the history keeps what was. */
export async function keepInterview(
  viewer: Viewer,
  input: InterviewInput,
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "run audits");
  const { auditId, place, answer, fieldIds } = input;
  const said = {
    answer,
    researches: input.researches === "yes",
    what: input.researches === "yes" ? input.what : null,
    fieldIds: [...new Set(fieldIds)],
  };
  return transaction(async (tx) => {
    const [row] = await tx
      .update(auditInterview)
      .set({ ...said, askedBy: viewer.id, at: now })
      .where(and(eq(auditInterview.auditId, auditId), eq(auditInterview.place, place)))
      .returning({ place: auditInterview.place });
    if (!row) return refused("This rep was not drawn. Load the page again.");
    const entry = { verb: "interviewed", subject: "audit", subjectId: auditId } as const;
    await record(tx, viewer, [{ at: now, ...entry, after: { place, ...said } }]);
    return done;
  });
}
