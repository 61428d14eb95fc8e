import { desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { person } from "@/db/schema/person";
import { scoringModel } from "@/db/schema/scoring";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { DEFAULT_MODEL } from "../model/default-model";
import type { ModelVersion } from "./version";

const signer = alias(person, "signer");

/** Every version, the newest first; the last is the model that comes with the product. */
export async function modelVersions(viewer: Viewer): Promise<ModelVersion[]> {
  authorize(viewer, "see the ICP");
  const saved = await db
    .select({
      model: scoringModel.model,
      savedAt: scoringModel.createdAt,
      savedBy: person.name,
      reason: scoringModel.reason,
      signedBy: signer.name,
    })
    .from(scoringModel)
    .leftJoin(person, eq(person.id, scoringModel.createdBy))
    .leftJoin(signer, eq(signer.id, scoringModel.signedBy))
    .orderBy(desc(scoringModel.version));
  const versions = saved.map(({ savedAt, ...one }) => {
    // Nobody saved the first one: it was there when Baton was installed.
    const first = one.model.version === DEFAULT_MODEL.version;
    return { ...one, savedAt: first ? null : savedAt };
  });
  if (versions.at(-1)?.savedAt === null) return versions;
  const nobody = { savedAt: null, savedBy: null, reason: null, signedBy: null };
  return [...versions, { model: DEFAULT_MODEL, ...nobody }];
}
