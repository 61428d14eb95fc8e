/** Millions for one of each letter or word that stands behind a figure. */
const UNITS: readonly [word: RegExp, millions: number][] = [
  [/^(bn|b|billions?|mrd|md)$/i, 1_000],
  [/^(m|mn|mm|mio|millions?)$/i, 1],
  [/^(k|t|thousand)$/i, 0.001],
];

const FIGURE = /(\d[\d.,]*)\s*([a-z]+)?/gi;

/** '1,200.5', '1.200' and '12,5' as people write them: three digits after a mark are thousands. */
function figure(text: string): number {
  const plain = text.replace(/[.,](?=\d{3}(?!\d))/g, "").replace(",", ".");
  return Number.parseFloat(plain);
}

function unitOf(word: string | undefined): number | null {
  return UNITS.find(([pattern]) => pattern.test(word ?? ""))?.[1] ?? null;
}

/**
 * The lower end of a revenue band in millions, whatever the currency: '€ 180–220 M' is 180,
 * '$10M-$50M' is 10, 'under 5 M' is 0. Null where the text holds no figure.
 */
export function revenueFloor(band: string): number | null {
  const found = [...band.matchAll(FIGURE)].map(([, digits = "", word]) => ({
    amount: figure(digits),
    unit: unitOf(word),
  }));
  const [first] = found;
  if (!first || Number.isNaN(first.amount)) return null;
  if (/^\s*(under|below|less|up to|<)/i.test(band)) return 0;
  // The unit may stand behind the upper end only; a figure without one is in full.
  const unit = first.unit ?? found.find((one) => one.unit !== null)?.unit ?? 0.000001;
  return first.amount * unit;
}
