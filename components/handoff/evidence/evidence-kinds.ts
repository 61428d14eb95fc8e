import type { Snapshot } from "@/lib/handoff/snapshot";
import { formatDuration } from "@/lib/platform/format";
import type { FieldId } from "@/lib/standard/categories";
import type { EvidenceEntry } from "@/lib/trail/evidence";

export const EVIDENCE_KINDS = [
  { id: "C3.1", label: "Pages" },
  { id: "C3.2", label: "Downloads" },
  { id: "C3.3", label: "Emails" },
  { id: "C3.4", label: "Events" },
  { id: "C3.5", label: "Chats and forms" },
  { id: "C3.6", label: "Competitors" },
  { id: "C3.7", label: "High-intent time" },
] as const satisfies readonly { id: FieldId; label: string }[];

/** What is kept of a kind behind the trail. */
export function evidenceOf({ fields }: Snapshot, id: FieldId): EvidenceEntry[] {
  const value = fields[id]?.value;
  return Array.isArray(value) ? (value as EvidenceEntry[]) : [];
}

/** How much of a kind there is: how often, or for high-intent pages how long. */
export function amountOf(id: FieldId, snapshot: Snapshot): string {
  const entries = evidenceOf(snapshot, id);
  if (entries.length === 0) return "none";
  const sum = (of: (entry: EvidenceEntry) => number) =>
    entries.reduce((total, entry) => total + of(entry), 0);
  return id === "C3.7"
    ? formatDuration(sum(({ seconds }) => seconds ?? 0))
    : String(sum(({ count }) => count));
}
