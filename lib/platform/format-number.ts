import { formatter } from "./intl";

/** U+2212, so that signed numbers line up in tabular figures. */
const MINUS = "−";

const numberFormat = (locale: string, options: Intl.NumberFormatOptions) =>
  formatter(Intl.NumberFormat, locale, options);

/** "1,284"; at most `digits` after the point. */
export function formatNumber(value: number, locale: string, digits = 0): string {
  const text = numberFormat(locale, { maximumFractionDigits: digits }).format(value);
  return text.replace("-", MINUS);
}

/** "+24", "−6", "0": for points and changes. */
export function formatSigned(value: number, locale: string): string {
  const options = { signDisplay: "exceptZero", maximumFractionDigits: 0 } as const;
  return numberFormat(locale, options).format(value).replace("-", MINUS);
}

/** A ratio from 0 to 1 as "94%". Nothing but 1 reads "100%", nothing but 0 reads "0%". */
export function formatPercent(ratio: number, locale: string, digits = 0): string {
  const step = 10 ** -(digits + 2);
  const honest = ratio > 0 && ratio < 1 ? Math.min(1 - step, Math.max(step, ratio)) : ratio;
  const options = { style: "percent", maximumFractionDigits: digits } as const;
  return numberFormat(locale, options).format(honest).replace("-", MINUS);
}

const withoutSign = (percent: string) => percent.replace("%", "").trim();

/** An interval of ratios as "93–96%", or as Turks write it "%93–96" (A.3). */
export function formatPercentRange(low: number, high: number, locale: string): string {
  const [first, last] = [formatPercent(low, locale), formatPercent(high, locale)];
  if (last.startsWith("%")) return `${first}–${withoutSign(last)}`;
  return `${withoutSign(first)}–${last}`;
}

/** "1 lead", "1,284 leads". */
export function formatCount(value: number, one: string, many: string, locale: string): string {
  return `${formatNumber(value, locale)} ${value === 1 ? one : many}`;
}
