import type { Snapshot } from "@/lib/handoff/snapshot";
import type { MissingField } from "@/lib/standard/completeness";
import { attribution } from "@/lib/standard/handoff-metadata";
import { thingInSentence } from "@/lib/trail/wording/prose";

const SAID: Partial<Record<MissingField["why"], string>> = {
  not_verified: " not verified",
  not_obtainable: " not obtainable",
  said_wrong: " said to be wrong",
  not_valid: " incomplete",
};
const PARTS = ["campaign", "channel", "asset"] as const;

function named({ id, label, why }: MissingField, { fields }: Snapshot): string {
  // A summary that nobody approved is the draft that went along (G.5).
  if (id === "C3.9" && why === "not_verified") return "the summary is a draft";
  const parts = id === "C5.3" && attribution.safeParse(fields[id]?.value).data;
  if (parts) return PARTS.filter((part) => parts[part] === null).join(", ");
  return `${thingInSentence(label)}${SAID[why] ?? ""}`;
}

/** "Warm: everything is here", "Warm but for one thing: asset", "3 fields short: …" (G.4). */
export function documentedWords(snapshot: Snapshot): string {
  const { missing } = snapshot;
  if (missing.length === 0) return "Warm: everything is here";
  const names = missing.map((field) => named(field, snapshot));
  const list = names.length > 3 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  return missing.length === 1
    ? `Warm but for one thing: ${list[0]}`
    : `${missing.length} fields short: ${list.join("; ")}`;
}
