"use server";

import { EvidenceList } from "@/components/handoff/evidence/evidence";
import { SourceList } from "@/components/handoff/evidence/sources";
import { part } from "@/lib/access/requests/part";
import type { Viewer } from "@/lib/access/viewer";
import { crmText } from "@/lib/handoff/crm-text";
import { handoffOfLead } from "@/lib/handoff/queries";

const snapshotOf = async (viewer: Viewer, leadId: string) =>
  (await handoffOfLead(viewer, leadId))?.snapshot ?? null;

/** Everything behind the trail (C3.1 to C3.7). */
export const readEvidence = part(snapshotOf, (snapshot, reading) => (
  <EvidenceList snapshot={snapshot} reading={reading} />
));

/** Where each line of C1 and C2 came from. */
export const readSources = part(snapshotOf, (snapshot, reading) => (
  <SourceList snapshot={snapshot} reading={reading} />
));

/** The handoff as text for a CRM's note. */
export const readCrmText = part(snapshotOf, (snapshot, { reader, now }) =>
  crmText(snapshot, reader, now),
);
