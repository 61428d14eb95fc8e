/** What stands between thousands: a comma, a point, an apostrophe or a space, of any width. */
const GROUPED = /^[-+]?[1-9]\d{0,2}([,.'’\s])\d{3}(?:\1\d{3})*$/u;
const PLAIN = /^[-+]?\d+$/;
const WITH_DECIMALS = /^(.*)([.,])(\d+)$/s;
/** "2,500" is 2500 to some and 2.5 to others. */
const EITHER = /^[-+]?[1-9]\d{0,2}[.,]\d{3}$/;

const trimmed = (text: string) => text.trim().replace("−", "-");

/**
 * A whole number as typed, with or without thousands marked: "10000", "10,000", "10.000" and
 * "10 000" are one. NaN where it is none: a mark that is in no thousand's place is not passed over.
 */
export function typedWhole(text: string): number {
  const given = trimmed(text);
  if (PLAIN.test(given)) return Number(given);
  return GROUPED.test(given) ? Number(given.replace(/[,.'’\s]/gu, "")) : Number.NaN;
}

/**
 * A number as typed, with a comma or a point for the decimals: "2,5", "1,234.5" and "1.234,5". NaN
 * where it is none; the text itself where it may be two numbers, so that `numberRefusal` can say so.
 */
export function typedDecimal(text: string): number | string {
  const given = trimmed(text);
  if (EITHER.test(given)) return given;
  const whole = typedWhole(given);
  if (!Number.isNaN(whole)) return whole;
  const [, before = "", mark = "", decimals = ""] = WITH_DECIMALS.exec(given) ?? [];
  const units = before === "" ? 0 : typedWhole(before);
  if (mark === "" || Number.isNaN(units) || before.includes(mark)) return Number.NaN;
  return Number(`${before.startsWith("-") && units === 0 ? "-0" : units}.${decimals}`);
}

/** A number as a control holds it, which `typedDecimal` reads back as the same. */
export function decimalText(value: number): string {
  const text = `${value}`;
  return EITHER.test(text) ? `${text}0` : text;
}

/** What a schema says of no number; of what may be two numbers, which two, and how to write them. */
export const numberRefusal = (message: string) => ({
  error: ({ input }: { input?: unknown }) => {
    if (typeof input !== "string" || !EITHER.test(input)) return message;
    const [units = "", thousands = ""] = input.split(/[.,]/);
    const decimal = decimalText(Number(`${units}.${thousands}`));
    return `‘${input}’ may be two numbers. Write ${decimal} or ${units}${thousands}.`;
  },
});
