const UNITS: readonly [letter: string, dollars: number][] = [
  ["B", 1e9],
  ["M", 1e6],
  ["K", 1e3],
];

/** 'bil.' and 'Million' as providers write them behind a figure. */
const DOLLARS: Readonly<Record<string, number>> = { k: 1e3, t: 1e3, m: 1e6, b: 1e9 };

const FIGURE = /\$?\s*(\d[\d,]*(?:\.\d+)?)\s*([a-z]*)\.?/gi;

/** No company's revenue reaches ten times the largest known; a larger figure is in another unit. */
const LARGEST = 1e13;

/** A revenue in full US dollars as a person reads it (C2.2): 33613000 is '$ 33.6 M'. Null for none. */
export function revenueWords(dollars: number): string | null {
  if (!Number.isFinite(dollars) || dollars < 1_000 || dollars > LARGEST) return null;
  return `$ ${short(dollars)}`;
}

/**
 * A provider's band in our words (C2.2): '$10M-$50M' and '$10 mil. - $50 mil.' are '$ 10–50 M',
 * '$10B+' is 'over $ 10 B', 'Under $500,000' is 'under $ 500 K'. Null where it holds no figure.
 */
export function revenueBandWords(band: string): string | null {
  const figures = Array.from(band.matchAll(FIGURE), ([, digits = "", unit = ""]) =>
    dollarsOf(digits, unit),
  );
  const [low, high] = figures;
  if (low === undefined || figures.some((figure) => !(figure >= 0 && figure <= LARGEST)))
    return null;
  if (high !== undefined) return high > low ? `$ ${range(low, high)}` : null;
  if (low === 0) return null;
  if (/^\s*(under|below|less|up to|<)/i.test(band)) return `under $ ${short(low)}`;
  return /\+|over|more|>/i.test(band) ? `over $ ${short(low)}` : `$ ${short(low)}`;
}

const dollarsOf = (digits: string, unit: string) =>
  Number(digits.replaceAll(",", "")) * (DOLLARS[unit.charAt(0).toLowerCase()] ?? 1);

function range(low: number, high: number): string {
  const [first = "", second = ""] = [short(low), short(high)];
  const unit = second.slice(-2);
  if (low === 0) return `0–${second}`;
  return first.endsWith(unit) ? `${first.slice(0, -2)}–${second}` : `${first}–${second}`;
}

/** Three digits and a unit: '33.6 M'. */
function short(dollars: number): string {
  const [letter, size] = UNITS.find(([, unit]) => dollars >= unit * 0.9995) ?? ["", 1];
  const figure = Number((dollars / size).toPrecision(3));
  return letter === "" ? String(figure) : `${figure} ${letter}`;
}
