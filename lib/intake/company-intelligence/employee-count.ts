/** How many people work somewhere; equal ends where that is known exactly. */
export type EmployeeCount = {
  atLeast: number;
  /** Null where there is no upper end: '10,001+'. */
  atMost: number | null;
};

const FIGURE = /(\d[\d.,'’\u00a0\u202f]*(?: \d{3})*)\s*(k|thousand|tsd)?\b/giu;
/** Says that a figure is the upper end of a range. */
export const UNDER = /\b(under|below|less than|up to|fewer than)\b|</i;
/** Says that a figure is the lower end of a range. */
export const OVER = /\b(over|above|more than|or more|at least)\b|>|\+/i;
/** '1.0E+03', as a sheet writes what it takes for a large number. */
const SCIENTIFIC = /^\d+(?:[.,]\d+)?e\+?\d{1,2}$/i;
const NEGATIVE = /^[-−–]\s*\d/;
const ALONE = /^(self[- ]employed|myself only|just me|sole trader|freelancer)$/i;
/** More than the largest employer on earth has: not a count of employees. */
const MOST = 3_000_000;

function countOf(digits: string, thousands: string | undefined): number | null {
  const plain = digits.replace(/[\s'’\u00a0\u202f]/g, "").replace(/[.,]+$/, "");
  if (thousands) return Math.round(Number(plain.replace(",", ".")) * 1_000);
  const whole = plain.replace(/[.,](?=\d{3}(?!\d))/g, "");
  return /^\d+$/.test(whole) ? Number(whole) : null;
}

const possible = (count: number | null): count is number => count !== null && count <= MOST;

/**
 * Reads a company's size as forms and providers word it: '250', '1,200', '51-200', '10,001+',
 * 'under 50', '5k to 10k', 'Self-employed'. Null where no size is said, or an impossible one.
 */
export function employeeCount(text: string): EmployeeCount | null {
  const plain = text.trim();
  if (ALONE.test(plain)) return { atLeast: 1, atMost: 1 };
  if (NEGATIVE.test(plain)) return null;
  if (SCIENTIFIC.test(plain)) return exactly(Math.round(Number(plain.replace(",", "."))));
  // '5-10k' means thousands at both ends.
  const found = [...plain.matchAll(FIGURE)];
  const common = found.at(-1)?.[2];
  const counts = found.map(([, digits = "", own]) => countOf(digits, own ?? common));
  const [first = null, second = null] = counts;
  if (!possible(first) || counts.length > 2) return null;
  if (counts.length === 2) return possible(second) ? ranged(first, second) : null;
  if (UNDER.test(plain)) return ranged(1, first);
  if (OVER.test(plain)) return { atLeast: Math.max(1, first), atMost: null };
  return exactly(first);
}

const exactly = (count: number): EmployeeCount | null =>
  possible(count) && count > 0 ? { atLeast: count, atMost: count } : null;

function ranged(one: number, other: number): EmployeeCount | null {
  const atMost = Math.max(one, other);
  return atMost > 0 ? { atLeast: Math.max(1, Math.min(one, other)), atMost } : null;
}

/** C2.1 as a value: the number, or the two ends of a range, which is an estimate. */
type EmployeeValue =
  | { value: number }
  | { value: { atLeast: number; atMost: number | null }; detail: { estimated: true } };

/** C2.1 from what a source gives, in words or as a number; null where it says no size. */
export function employeeValue(given: string | number): EmployeeValue | null {
  const count = employeeCount(String(given));
  if (!count) return null;
  const { atLeast, atMost } = count;
  if (atLeast === atMost) return { value: atLeast };
  return { value: { atLeast, atMost }, detail: { estimated: true } };
}
