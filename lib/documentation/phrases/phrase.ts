/** A phrase of the library: `Closed-lost {months} months ago`. */
export type Phrase = { id: string; text: string };

const BLANK = /\{([a-z][a-z ]{0,23})\}/g;

/** The longest flag (C5.4): it is read at a glance. */
export const LONGEST_FLAG = 80;

/** Names of what a phrase asks for, each once, in its order. */
export const blanksOf = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(BLANK), ([, name]) => name ?? "")),
];

/** A blank of this name takes a number. */
export const isNumber = (blank: string): boolean =>
  /^(days|weeks|months|years|number)$/.test(blank);

/** A number with its unit, of which one is said in words. */
const UNIT = /\{(days|weeks|months|years)\} \1/g;

/** The phrase with its blanks filled; a single unit is 'a month', 'a year'. A blank not given stays. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text
    .replace(UNIT, (whole, unit: string) =>
      values[unit]?.trim() === "1" ? `a ${unit.slice(0, -1)}` : whole,
    )
    .replace(BLANK, (blank, name: string) => values[name]?.trim() || blank);
}

/** Why a text is no phrase, or null where it is one. */
export function phraseFault(text: string): string | null {
  if (text.trim().length < 3) return "Write a few words.";
  if (text.length > LONGEST_FLAG) return `This is too long: ${LONGEST_FLAG} characters at most.`;
  const rest = text.replace(BLANK, "");
  if (/[{}]/.test(rest)) return "Name each blank in lower-case letters: {months}.";
  return /\p{L}/u.test(rest) ? null : "Write more than the blank.";
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

const PART = /(\{(?:days|weeks|months|years)\} (?:days|weeks|months|years)|\{[a-z][a-z ]{0,23}\})/;
const NUMBER = "\\d{1,4}";

/** What may stand in the place of a blank, or of a number with its unit. */
function patternOf(part: string): string {
  const [blank = "", unit] = part.slice(1).split(/\} ?/);
  if (unit) return `(?:a ${unit.slice(0, -1)}|${NUMBER} ${unit})`;
  return isNumber(blank) ? NUMBER : ".{1,60}";
}

/** True where a flag is the phrase with its blanks filled, in whatever case. */
export function isMadeOf(flag: string, text: string): boolean {
  const pattern = text
    .split(PART)
    .map((part, index) => (index % 2 === 0 ? escaped(part) : patternOf(part)));
  return new RegExp(`^${pattern.join("")}$`, "iu").test(flag);
}

/** The phrase a flag is made of; the one that says most of it by itself. Null for words of one's own. */
export function phraseIn(flag: string, phrases: readonly Phrase[]): Phrase | null {
  const own = ({ text }: Phrase) => text.replace(BLANK, "").length;
  const fits = phrases.filter(({ text }) => isMadeOf(flag, text));
  return fits.toSorted((one, other) => own(other) - own(one))[0] ?? null;
}
