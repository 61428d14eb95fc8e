/**
 * A figure as people and providers write it: '1,200.5', '1.200', '12,5', '25 000 000', "1'000". A
 * mark followed by exactly three digits groups thousands; the last other one is the decimal's, as
 * is the one behind a single zero.
 * Null where it is none.
 */
export function figureOf(text: string): number | null {
  const plain = text
    .trim()
    .replace(/[.,]+$/, "")
    .replace(/[\s'’\u00a0\u202f]/g, "")
    .replace(/(?<!^0)[.,](?=\d{3}(?!\d))/g, "")
    .replace(",", ".");
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
