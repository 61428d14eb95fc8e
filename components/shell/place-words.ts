import { formatNumber } from "@/lib/platform/format-number";

/**
 * A place in a list: "7 of 1,284". Where places are counted up to `most`, what is more of them reads
 * "7 of 1,000+", and a place further down "1,000+".
 */
export function placeWords(
  { at, of }: { at: number; of: number },
  locale: string,
  most = Number.POSITIVE_INFINITY,
): string {
  const words = (count: number) => formatNumber(count, locale);
  if (at > most) return `${words(most)}+`;
  return `${words(at)} of ${of > most ? `${words(most)}+` : words(of)}`;
}
