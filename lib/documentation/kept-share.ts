const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * How much of a draft is in what was saved, in whole percent: the share of the draft's words that
 * are there, each as often as it is. Order does not count, so that moved sentences are kept ones.
 * Null where the draft has no words.
 */
export function keptShare(draft: string | null, text: string): number | null {
  const drafted = words(draft ?? "");
  if (drafted.length === 0) return null;
  const left = new Map<string, number>();
  for (const word of words(text)) left.set(word, (left.get(word) ?? 0) + 1);
  const kept = drafted.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  });
  return Math.round((100 * kept.length) / drafted.length);
}
