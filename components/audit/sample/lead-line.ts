import { type AuditHead, type AuditLine, isJudged, type Said } from "@/lib/audit/sample/view";
import { auditLeadAddress } from "@/lib/platform/address";
import { formatMoment, type Reader } from "@/lib/platform/format";
import { CATEGORY_KEYS, type Completeness } from "@/lib/standard/categories";
import type { LeadLine } from "./lead-table";

function verdictsOf(said: Said | undefined): Completeness | null {
  if (!said || !isJudged(said)) return null;
  return Object.fromEntries(CATEGORY_KEYS.map((key) => [key, said[key]?.verdict])) as Completeness;
}

/** 'Judged, 1 differs', 'Begun', 'Not judged'; and that it came in for another one. */
function standing(line: AuditLine, said: Said | undefined): string {
  const swapped = line.swaps.length > 0 ? ", swapped in" : "";
  if (!said || Object.keys(said).length === 0) return `Not judged${swapped}`;
  if (!isJudged(said)) return `Begun${swapped}`;
  const differ = CATEGORY_KEYS.filter((key) => said[key]?.verdict !== line.machine[key]).length;
  return differ === 0 ? `Agreed${swapped}` : `${differ} differ${differ === 1 ? "s" : ""}${swapped}`;
}

/** A lead of a sample as its row says it, with the verdicts of one auditor. */
export function leadLine(
  head: AuditHead,
  line: AuditLine,
  auditorId: string,
  reader: Reader,
  now: Date,
): LeadLine {
  const said = line.said.get(auditorId);
  return {
    place: line.place,
    href: auditLeadAddress(head.id, line.place),
    name: line.name,
    company: line.companyName,
    rep: line.owner,
    routed: formatMoment(line.routedAt, reader, now),
    machine: line.machine,
    person: verdictsOf(said),
    standing: standing(line, said),
  };
}
