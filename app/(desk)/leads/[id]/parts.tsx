"use server";

import type { ReactNode } from "react";
import { EvidenceList } from "@/components/handoff/evidence";
import { SourceList } from "@/components/handoff/sources";
import { currentViewer } from "@/lib/access/current-viewer";
import { type Outcome, refused } from "@/lib/access/outcome";
import type { Viewer } from "@/lib/access/viewer";
import { crmText } from "@/lib/handoff/crm-text";
import { handoffOfLead } from "@/lib/handoff/queries";
import type { Snapshot } from "@/lib/handoff/snapshot";

type Draw<T> = (snapshot: Snapshot, reading: { reader: Viewer; now: Date }) => T;

/** A part of the handoff that the viewer may see, by what `draw` makes of it. */
async function part<T>(leadId: string, draw: Draw<T>): Promise<Outcome<T>> {
  const viewer = await currentViewer();
  if (!viewer) return refused("You are signed out. Sign in in another tab, then try again.");
  const view = await handoffOfLead(viewer, String(leadId));
  if (!view) return refused("There is nothing here for you.");
  return { ok: true, value: draw(view.snapshot, { reader: viewer, now: new Date() }) };
}

/** Everything behind the trail (C3.1 to C3.7). */
export async function readEvidence(leadId: string): Promise<Outcome<ReactNode>> {
  return part(leadId, (snapshot, reading) => (
    <EvidenceList snapshot={snapshot} reading={reading} />
  ));
}

/** Where each line of C1 and C2 came from. */
export async function readSources(leadId: string): Promise<Outcome<ReactNode>> {
  return part(leadId, (snapshot, reading) => <SourceList snapshot={snapshot} reading={reading} />);
}

/** The handoff as text for a CRM's note. */
export async function readCrmText(leadId: string): Promise<Outcome<string>> {
  return part(leadId, (snapshot, { reader, now }) => crmText(snapshot, reader, now));
}
