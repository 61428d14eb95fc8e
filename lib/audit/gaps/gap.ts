import type { FieldId } from "@/lib/standard/categories";
import { causeOf, GAP_CAUSES, type GapCause, type Missed } from "./verdict";

/** One cause's part in a gap, with its commonest evidence and how often that was found. */
export type GapShare = {
  cause: GapCause;
  count: number;
  evidence: { text: string; count: number }[];
};

/** Why a field is missing over the handoffs of a window: one cause, or several with their shares. */
export type Gap = { fieldId: FieldId; missing: number; shares: GapShare[] };

/** What a gap is called: its one cause, or mixed (A.5). */
export type GapVerdict = GapCause | "mixed";
export const GAP_VERDICTS = { ...GAP_CAUSES, mixed: "Mixed" } as const;

const most = <T extends { count: number }>(list: readonly T[]) =>
  list.toSorted((one, other) => other.count - one.count);

function shareOf(cause: GapCause, evidence: readonly string[]): GapShare {
  const texts = [...Map.groupBy(evidence, (text) => text)].map(([text, same]) => ({
    text,
    count: same.length,
  }));
  return { cause, count: evidence.length, evidence: most(texts) };
}

/** The causes of one field's gaps, the commonest first. */
export function gapOf(fieldId: FieldId, missed: readonly Missed[]): Gap {
  const found = missed.map(causeOf);
  const shares = [...Map.groupBy(found, ({ cause }) => cause)].map(([cause, same]) =>
    shareOf(
      cause,
      same.map(({ evidence }) => evidence),
    ),
  );
  return { fieldId, missing: missed.length, shares: most(shares) };
}

/** One cause where all the handoffs share it, else mixed; process where none was looked into. */
export function verdictOfGap({ shares }: Pick<Gap, "shares">): GapVerdict {
  const [first, second] = shares;
  if (second) return "mixed";
  return first?.cause ?? "process";
}
