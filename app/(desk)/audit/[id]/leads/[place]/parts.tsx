"use server";

import { EvidenceList } from "@/components/handoff/evidence/evidence";
import { may } from "@/lib/access/permissions";
import { part } from "@/lib/access/requests/part";
import type { Viewer } from "@/lib/access/viewer";
import { snapshotOfLine } from "@/lib/audit/sample/queries";

const snapshotOf = async (viewer: Viewer, lineId: string) =>
  may(viewer, "see the audit") ? snapshotOfLine(viewer, lineId) : null;

/** Everything behind the trail of a lead of a sample, as the rep was given it. */
export const readLineEvidence = part(snapshotOf, (snapshot, reading) => (
  <EvidenceList snapshot={snapshot} reading={reading} />
));
