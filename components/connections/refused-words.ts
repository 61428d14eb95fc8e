import { reasonInSentence } from "@/lib/connections/refusals/words";
import { formatNumber } from "@/lib/platform/format-number";

type Refused = { reason: string; count: number };

/** "12 refused: the signature is not this connection's"; null where none was. */
export function refusedWords(refused: readonly Refused[], locale: string): string | null {
  const told = refused.map(
    ({ reason, count }) => `${formatNumber(count, locale)} refused: ${reasonInSentence(reason)}`,
  );
  return told.join("; ") || null;
}
