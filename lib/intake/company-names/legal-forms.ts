import { WHOLE_LETTERS } from "../text/whole-letters";
import {
  BEFORE_SPA,
  FORMS,
  GLUED_FORMS,
  LEADING,
  LEADING_POINTED,
  LED_NAMES,
  POINTED,
  WORD_LIKE,
} from "./legal-form-words";

const GLUED_FIRST = new RegExp(`^(?:${GLUED_FORMS})\\s*(?=.)`, "u");
const GLUED_LAST = new RegExp(`(?<=.)\\s*(?:${GLUED_FORMS})$`, "u");

/** The longest form has this many words: Sp. z o. o. sp. k. */
const LONGEST = 6;

/** A form as the lists have it; digits and an & that joins no `Co` stay, so that they match none. */
const bare = (text: string) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[łøđıßæ]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .replace(/[&+](?=\s*co\b)/g, "")
    .replace(/[^\p{L}\p{N}&+]/gu, "");

/**
 * A company's name without one legal form at either end; the same where it has none, and where
 * nothing else would be left. A form hidden behind another shows when this is applied again.
 */
export function withoutLegalForm(name: string): string {
  const eastern = name.replace(GLUED_FIRST, "").replace(GLUED_LAST, "");
  const words = eastern.split(" ");
  const start = leadingForm(words);
  if (start > 0) return words.slice(start).join(" ");
  for (let length = Math.min(LONGEST, words.length - 1); length > 0; length -= 1) {
    const rest = words.slice(0, -length);
    if (isForm(words.slice(-length).join(" "), rest)) return withoutLooseEnd(rest.join(" "), name);
  }
  return eastern;
}

/** True where the end of a name is a legal form, after the words before it. */
function isForm(tail: string, before: readonly string[]): boolean {
  const form = bare(tail);
  const last = before.at(-1) ?? "";
  if (POINTED.has(form)) return hasPoints(tail) || last.endsWith(",") || /\(.*\)/.test(tail);
  if (!WORD_LIKE.has(form)) return FORMS.has(form);
  if (form === "spa" && BEFORE_SPA.has(bare(last))) return hasPoints(tail);
  return isWrittenAsForm(tail) || last.endsWith(",");
}

/** How many words of the front are a legal form; the rest must be able to be a name. */
function leadingForm(words: readonly string[]): number {
  const [first = "", next = ""] = words;
  if (words.length > 1 && LEADING_POINTED.has(first.toLowerCase())) return 1;
  for (let length = Math.min(4, words.length - 1); length > 0; length -= 1) {
    const head = words.slice(0, length).join(" ");
    const form = bare(head);
    if (!LEADING.has(form) || (form !== "oy" && length === 1 && !isWrittenAsForm(head))) continue;
    if (length === 1 && LED_NAMES.has(bare(next))) continue;
    return /[\p{L}\p{N}]/u.test(words.slice(length).join("")) ? length : 0;
  }
  return 0;
}

/** Points, a slash, single letters, or a small letter before a capital: S.p.A., A/S, D O O, eG. */
const hasPoints = (text: string) =>
  /[./]/.test(text) || /^\p{L}( \p{L})+$/u.test(text) || /^\p{Ll}\p{Lu}/u.test(text);

/** With points, or in no word's case: SpA, GMBH, d.o.o., spa. */
const isWrittenAsForm = (text: string) =>
  hasPoints(text) || /\p{Lu}.*\p{Lu}/u.test(text) || text === text.toLowerCase();

/** What joined the form to the name goes with it; where nothing would be left, the form stays. */
function withoutLooseEnd(rest: string, name: string): string {
  const clean = rest.replace(/(?:[\s,;&+/-]|\s(?:and|und|et|y|og|och)$)+$/iu, "");
  return /[\p{L}\p{N}]/u.test(clean) && !/^the$/i.test(clean) ? clean : name;
}
