import type { FieldLine } from "@/lib/documentation/dossier/field-line";

/** What was tried for a field, in a sentence: 'Tried: ZoomInfo: no match, Apollo was asked too often.' */
export const triedWords = ({ tried }: Pick<FieldLine, "tried">): string =>
  tried.length > 0 ? `Tried: ${tried.join(", ")}.` : "";

/** The same, once for all, where every one of several fields has the same to say. */
export function triedForAll(lines: readonly Pick<FieldLine, "tried">[]): string | null {
  const [first, ...rest] = lines.map(triedWords);
  return first && rest.length > 0 && rest.every((words) => words === first) ? first : null;
}
