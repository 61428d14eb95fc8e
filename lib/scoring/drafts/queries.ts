import { eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, type Transaction } from "@/db/client";
import { person } from "@/db/schema/person";
import { scoringModelDraft } from "@/db/schema/scoring";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { ModelDraft } from "./draft";

const signer = alias(person, "signer");

/** The draft that is open, or null. `lock` it to change it. */
export async function openModelDraft(
  viewer: Viewer,
  within: Transaction | typeof db = db,
  lock = false,
): Promise<ModelDraft | null> {
  authorize(viewer, "see the model");
  const query = within
    .select({
      id: scoringModelDraft.id,
      revision: scoringModelDraft.revision,
      settings: scoringModelDraft.settings,
      reason: scoringModelDraft.reason,
      savedBy: { id: person.id, name: person.name },
      savedAt: scoringModelDraft.updatedAt,
      signedBy: { id: signer.id, name: signer.name },
      signedAt: scoringModelDraft.signedAt,
    })
    .from(scoringModelDraft)
    .innerJoin(person, eq(person.id, scoringModelDraft.updatedBy))
    .leftJoin(signer, eq(signer.id, scoringModelDraft.signedBy))
    .where(eq(scoringModelDraft.state, "open"));
  const [row] = await (lock ? query.for("update", { of: scoringModelDraft }) : query);
  if (!row) return null;
  const { signedBy, signedAt, ...draft } = row;
  return { ...draft, signed: signedBy && signedAt ? { ...signedBy, at: signedAt } : null };
}
