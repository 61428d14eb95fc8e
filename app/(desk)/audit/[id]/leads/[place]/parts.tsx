"use server";

import type { ReactNode } from "react";
import { EvidenceList } from "@/components/handoff/evidence";
import { currentViewer } from "@/lib/access/current-viewer";
import { type Outcome, refused } from "@/lib/access/outcome";
import { may } from "@/lib/access/permissions";
import { snapshotOfLine } from "@/lib/audit/sample/queries";

/** Everything behind the trail of a lead of a sample, as the rep was given it. */
export async function readLineEvidence(lineId: string): Promise<Outcome<ReactNode>> {
  const viewer = await currentViewer();
  if (!viewer) return refused("You are signed out. Sign in in another tab, then try again.");
  if (!may(viewer, "see the audit")) return refused("There is nothing here for you.");
  const snapshot = await snapshotOfLine(viewer, String(lineId));
  if (!snapshot) return refused("There is nothing here for you.");
  const reading = { reader: viewer, now: new Date() };
  return { ok: true, value: <EvidenceList snapshot={snapshot} reading={reading} /> };
}
