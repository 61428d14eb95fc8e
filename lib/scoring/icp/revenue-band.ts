import { OVER, UNDER } from "@/lib/intake/company-intelligence/employee-count";
import { entryOf } from "@/lib/platform/entry-of";
import { figureOf } from "./figure";

/** A company's revenue a year in millions; equal ends where it is known exactly. */
type RevenueBand = {
  /** ISO 4217, such as 'EUR'; null where the source names none. */
  currency: string | null;
  atLeast: number;
  /** Null where there is no upper end: 'over € 1 B'. */
  atMost: number | null;
};

/** Millions for one of each letter or word that stands behind a figure. */
const UNITS: readonly [word: RegExp, millions: number][] = [
  [/^(bn|b|bil|billions?|mrd|md|milliard\p{L}*)$/iu, 1_000],
  [/^(m|mn|mm|mio|mil|mill|millions?|millionen|mln)$/iu, 1],
  [/^(k|t|thousand|tsd)$/iu, 0.001],
];

const CURRENCIES: readonly [sign: RegExp, code: string][] = [
  [/€|\b(eur|euros?)\b/i, "EUR"],
  [/£|\bgbp\b|\bpounds?\b/i, "GBP"],
  [/\b(chf)\b|\bsfr\b/i, "CHF"],
  [/\b(ca\$|c\$|cad)/i, "CAD"],
  [/\b(au\$|a\$|aud)/i, "AUD"],
  [/\b(nok|sek|dkk|pln|czk|huf|inr|cny|jpy|brl|zar|sgd|nzd|hkd|aed|ils|mxn|krw|try)\b/i, ""],
  [/¥/, "JPY"],
  [/₹/, "INR"],
  [/\$|\busd\b|\bdollars?\b/i, "USD"],
];
const SIGNS: Readonly<Record<string, string>> = { EUR: "€", GBP: "£", USD: "$", JPY: "¥" };

/** The steps in which companies are sorted by revenue where a source knows an exact figure. */
const STEPS = [0, 1, 10, 50, 100, 250, 500, 1_000, 10_000] as const;

const FIGURE = /(\d[\d.,'’\u00a0\u202f]*(?: \d{3})*)\s*(\p{L}+)?/gu;

const unitOf = (word: string | undefined): number | null =>
  UNITS.find(([pattern]) => pattern.test(word ?? ""))?.[1] ?? null;

function currencyOf(text: string): string | null {
  for (const [sign, code] of CURRENCIES) {
    const found = sign.exec(text);
    if (found) return code || (found[0] ?? "").toUpperCase();
  }
  return null;
}

/** The figures of a text in millions. A unit may stand behind the upper end only: '180–220 M'. */
function amountsIn(text: string): number[] {
  const found = [...text.matchAll(FIGURE)].flatMap(([, digits = "", word]) => {
    const amount = figureOf(digits);
    return amount === null ? [] : [{ amount, unit: unitOf(word) }];
  });
  const common = found.find(({ unit }) => unit !== null)?.unit ?? 0.000_001;
  return found.slice(0, 2).map(({ amount, unit }) => amount * (unit ?? common));
}

/**
 * Reads revenue as providers and people word it: '$10M-$50M', '€ 180–220 M', '1,2 Mrd', '$1B+',
 * 'under 5 M', '25,000,000'. Null where the text holds no figure.
 */
export function readRevenue(text: string): RevenueBand | null {
  const [first, second] = amountsIn(text);
  if (first === undefined) return null;
  const currency = currencyOf(text);
  if (second !== undefined) {
    return { currency, atLeast: Math.min(first, second), atMost: Math.max(first, second) };
  }
  if (UNDER.test(text)) return { currency, atLeast: 0, atMost: first };
  return { currency, atLeast: first, atMost: OVER.test(text) ? null : first };
}

/** The step a revenue known exactly falls into; a band stays as its source gave it. */
function widened(band: RevenueBand): RevenueBand {
  if (band.atLeast !== band.atMost) return band;
  const amount = band.atLeast;
  const above = STEPS.findIndex((step) => step > amount);
  const atLeast = above < 0 ? (STEPS.at(-1) ?? 0) : (STEPS[above - 1] ?? 0);
  return { ...band, atLeast, atMost: above < 0 ? null : (STEPS[above] ?? null) };
}

/** A magnitude with its unit, without trailing zeros: 'B' from a thousand millions on, 'K' below one. */
function magnitude(millions: number): { digits: string; unit: "B" | "M" | "K" } {
  const [unit, size] =
    millions >= 1_000
      ? (["B", 1_000] as const)
      : millions >= 1 || millions === 0
        ? (["M", 1] as const)
        : (["K", 0.001] as const);
  return { digits: String(Number((millions / size).toPrecision(3))), unit };
}

/** A band on few characters with its currency: '€ 50–200 M', 'Under $ 1 M', 'Over € 1 B'. */
export function revenueWords(band: RevenueBand): string {
  const { currency, atLeast, atMost } = widened(band);
  const sign = currency ? `${entryOf(SIGNS, currency) ?? currency} ` : "";
  const least = magnitude(atLeast);
  if (atMost === null) return `Over ${sign}${least.digits} ${least.unit}`;
  const most = magnitude(atMost);
  const upper = `${most.digits} ${most.unit}`;
  if (atLeast === 0) return `Under ${sign}${upper}`;
  if (least.unit === most.unit) return `${sign}${least.digits}–${upper}`;
  return `${sign}${least.digits} ${least.unit}–${upper}`;
}

/** C2.2 as a value with what it says in figures, in millions, so that criteria need not read words. */
type RevenueValue = {
  value: string;
  detail: { currency: string | null; atLeastMillions: number; atMostMillions: number | null };
};

/**
 * C2.2 from what a source gives: a text as `readRevenue` reads it, or an amount a year in full
 * units of a currency. An exact amount is shown as the step it falls into, and kept in `detail`.
 * Null where nothing, nought or less is said.
 */
export function revenueValue(
  given: string | { amount: number; currency: string | null },
): RevenueValue | null {
  const band =
    typeof given === "string"
      ? readRevenue(given)
      : { currency: given.currency, atLeast: given.amount / 1e6, atMost: given.amount / 1e6 };
  if (!band || !Number.isFinite(band.atLeast) || band.atMost === 0 || band.atLeast < 0) return null;
  const { currency, atLeast: atLeastMillions, atMost: atMostMillions } = band;
  return { value: revenueWords(band), detail: { currency, atLeastMillions, atMostMillions } };
}
