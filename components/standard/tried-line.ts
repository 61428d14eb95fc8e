import { opsLeadAddress } from "@/lib/platform/address";
import { formatDay, type Reader } from "@/lib/platform/format";
import { fieldDefinition } from "@/lib/standard/categories";
import type { TriedLead } from "@/lib/written-standard/trial/lists";

/** A lead of a trial in the reader's words. */
export type TriedLine = {
  id: string;
  name: string;
  who: string;
  holding: string;
  stands: string;
  captured: string;
  /** Where the lead is documented; undefined for who may not go there. */
  href: string | undefined;
};

/** Named fields before 'and 3 more'. */
const NAMED = 3;

/** A row of the list, with a link for those who document leads. */
export function triedLine(
  lead: TriedLead,
  { reader, now, linked }: { reader: Reader; now: Date; linked: boolean },
): TriedLine {
  const labels = lead.holding.map((id) => fieldDefinition(id).label);
  const rest = labels.length - NAMED;
  return {
    id: lead.id,
    name: lead.name ?? lead.email ?? "No name yet",
    who: [lead.title, lead.company].filter(Boolean).join(", "),
    holding: labels.slice(0, NAMED).join(", ") + (rest > 0 ? ` and ${rest} more` : ""),
    stands: lead.routed ? "At its first handoff" : "As it is now",
    captured: formatDay(lead.capturedAt, reader, now, "short"),
    href: linked ? opsLeadAddress(lead.id) : undefined,
  };
}
