import { type PageWords, pageWords } from "../wording/page-words";
import { isDeed } from "./emphasis";

const NUMBER = "an?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d+";
/** What follows the main clause of a trigger's sentence: what came before, and by how long. */
const RELATION = new RegExp(
  `, (?:right after|within (?:an|the) hour of|within a day of|back after|(?:${NUMBER})(?: few)? (?:hours?|days?|weeks?|months?) after) `,
);
/** A title or a question may say anything, also what sounds like the rest of the sentence. */
const QUOTED = /“[^”]*”|‘.*?’(?=,? |,?$)/g;
const PAGE = /^Read (\/\S*?)(?=,? |,?$)/;
const STAY = /, (?:\d+ (?:h|min|s) ?)+(?: ?in all)?$/;
const OFTEN = /,? (?:twice|\d+ times|for the \S+ time)$/;
const RIVALS: readonly [pattern: RegExp, compared: boolean][] = [
  [/^Read (?:our|a) comparison with (.+)$/, true],
  [/^Read ‘.*’, about (.+)$/, false],
  [/^Looked at (.+)$/, false],
];

/** The main clause of a trigger's sentence, without what came before. */
export function mainClause(trigger: string): string {
  const at = trigger.replace(QUOTED, (words) => "·".repeat(words.length)).search(RELATION);
  return at < 0 ? trigger : trigger.slice(0, at);
}

/** The words for the page of ours that a wording tells of, or null where it tells of none. */
export function pageOf(deed: string): PageWords | null {
  const path = PAGE.exec(deed)?.[1];
  return path ? pageWords(path) : null;
}

/** Without how long it was: that is for the trail; in a sentence it reads as one more deed. */
export function withoutStay(deed: string): string {
  return deed.replace(STAY, "");
}

/** Without how long and how often it was. */
export function onceOnly(deed: string): string {
  return withoutStay(deed).replace(OFTEN, "");
}

/** A page by its words, 'Read the pricing page twice', and not by its path. */
export function spokenDeed(text: string): string {
  const page = pageOf(text);
  return page ? text.replace(/^(Read) \/\S*?(?=,? |,?$)/, `$1 ${page.page}`) : text;
}

/** For prose: the same inside a sentence. */
export function inProse(text: string): string {
  const spoken = spokenDeed(text);
  return isDeed(text) ? spoken.charAt(0).toLowerCase() + spoken.slice(1) : spoken;
}

/** Whom else the lead looks at by this deed, and whether it compared us; null where nobody. */
export function rivalIn(deed: string): { name: string; compared: boolean } | null {
  for (const [pattern, compared] of RIVALS) {
    const name = pattern.exec(onceOnly(deed))?.[1];
    if (name) return { name, compared };
  }
  return null;
}
