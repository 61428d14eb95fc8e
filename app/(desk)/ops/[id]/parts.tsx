"use server";

import type { ReactNode } from "react";
import { EvidenceList } from "@/components/handoff/evidence";
import { currentViewer } from "@/lib/access/current-viewer";
import { type Outcome, refused } from "@/lib/access/outcome";
import { may } from "@/lib/access/permissions";
import { leadDossier } from "@/lib/documentation/dossier/queries";
import { isId } from "@/lib/platform/is-id";

/** Everything behind the trail (C3.1 to C3.7), as a handoff made now would have it. */
export async function readPreviewEvidence(leadId: string): Promise<Outcome<ReactNode>> {
  const viewer = await currentViewer();
  if (!viewer) return refused("You are signed out. Sign in in another tab, then try again.");
  const now = new Date();
  const known = may(viewer, "document leads") && isId(leadId);
  const dossier = known ? await leadDossier(viewer, leadId, now) : null;
  if (!dossier) return refused("There is nothing here for you.");
  const snapshot = dossier.handoff?.snapshot ?? dossier.preview;
  return {
    ok: true,
    value: <EvidenceList snapshot={snapshot} reading={{ reader: viewer, now }} />,
  };
}
