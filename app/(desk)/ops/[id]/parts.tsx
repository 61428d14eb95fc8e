"use server";

import { EvidenceList } from "@/components/handoff/evidence/evidence";
import { may } from "@/lib/access/permissions";
import { part } from "@/lib/access/requests/part";
import type { Viewer } from "@/lib/access/viewer";
import { leadDossier } from "@/lib/documentation/dossier/queries";
import { isId } from "@/lib/platform/is-id";

async function snapshotOf(viewer: Viewer, leadId: string, now: Date) {
  if (!may(viewer, "document leads") || !isId(leadId)) return null;
  const dossier = await leadDossier(viewer, leadId, now);
  return dossier && (dossier.handoff?.snapshot ?? dossier.preview);
}

/** Everything behind the trail (C3.1 to C3.7), as a handoff made now would have it. */
export const readPreviewEvidence = part(snapshotOf, (snapshot, reading) => (
  <EvidenceList snapshot={snapshot} reading={reading} />
));
