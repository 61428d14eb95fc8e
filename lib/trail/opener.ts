import type { Touchpoint } from "@/lib/standard/behavioral-trail";
import { emphasised, isDeclared } from "./emphasis";
import { inSentence, sentence } from "./prose";

/** What to ask about a theme, by the words of what raised it; the first that fits. Data. */
const QUESTIONS: readonly [theme: RegExp, question: string][] = [
  [/^Asked in the chat/, "Did you get the answer you needed?"],
  [/\bdemo\b/i, "What would you like to see first?"],
  [/\b(trial|pilot)\b/i, "What would it have to prove for you?"],
  [/comparison with|looked at|, about /i, "What matters most to you when you compare?"],
  [/security|compliance|gdpr|soc ?2|iso ?27001/i, "Who has to sign off on security at your end?"],
  [/pricing|prices|plans|quote/i, "Is there a budget already, or are you putting one together?"],
  [/integration|connector|\bapi\b/i, "Which system would it have to work with on the first day?"],
  [/migrat|implement|onboard|roll-?out|go-?live/i, "What would have to be true for you to move?"],
  [/\broi\b|calculator|business case|\bcosts?\b/i, "Which number would have to move for you?"],
  [/case stud|customer/i, "Which part of that story comes closest to yours?"],
];
const ANY_QUESTION = "What made you look into it now?";

/** A page of ours. What was read elsewhere we know from others, and do not bring up. */
const OUR_PAGE =
  /^Read (?:(our comparison with .+?)|(\/\S*?|‘.+?’))(?=$|,? \d+ times|,? twice|, \d| for the)/;

/** What follows the main clause of a trigger's sentence: what came before, and how long. */
const RELATION = /, (?:right after|back after|within the hour of|(?:a few|\S+) \S+ after) .*$/;

/** '/integrations/sap' as one says it aloud: 'our integrations page on sap'. */
function pageInWords(path: string): string {
  const [first = "", ...rest] = path.split("/").filter(Boolean);
  const words = (segment: string) => segment.replaceAll("-", " ");
  if (first === "blog") return "our blog";
  const page = `our ${words(first)} page`;
  return rest.length === 0 ? page : `${page} on ${words(rest.at(-1) ?? "")}`;
}

/** What the rep says about a deed before asking; null for what is better left unsaid. */
function said(deed: string, alsoDeed: string | null): string | null {
  if (isDeclared(deed)) {
    const also = alsoDeed && isDeclared(alsoDeed) ? `${inSentence(alsoDeed)}, and then ` : "";
    return sentence(`You ${also}${inSentence(deed)}`);
  }
  const [, comparison, page] = OUR_PAGE.exec(deed) ?? [];
  if (comparison) return `I saw that you were reading ${comparison}.`;
  return page
    ? `I saw that you were reading ${page.startsWith("/") ? pageInWords(page) : page}.`
    : null;
}

/**
 * What to open with: the trigger where the lead did it knowingly, else what it asked for, else
 * the trigger all the same, else what deserves it most.
 */
function leading(touchpoints: readonly Touchpoint[], trigger: string | null): string | null {
  if (trigger !== null && isDeclared(trigger)) return trigger;
  const deeds = emphasised(
    touchpoints.filter(({ kind }) => kind !== "remark").map(({ text }) => text),
  );
  if (deeds[0]?.startsWith("Asked")) return deeds[0];
  return trigger ?? deeds.find((text) => said(text, null) !== null) ?? deeds[0] ?? null;
}

/**
 * One thing for the rep to say, ending in a question tied to what the lead did, or null where
 * nothing is known to ask about. Takes the trigger's main clause (`act`) where there is one.
 */
export function opener(input: {
  touchpoints: readonly Touchpoint[];
  trigger: { at?: Date; text: string; act?: string } | null;
}): string | null {
  const { touchpoints, trigger } = input;
  const main = trigger && (trigger.act ?? trigger.text.replace(RELATION, ""));
  const deed = leading(touchpoints, main);
  if (deed === null) return null;
  const at = deed === main ? trigger?.at?.toISOString() : undefined;
  const earlier = touchpoints.find(
    ({ text, lastAt }) => at !== undefined && lastAt < at && isDeclared(text) && text !== deed,
  );
  const opening = said(deed, earlier?.text ?? null);
  const question = QUESTIONS.find(([theme]) => theme.test(deed))?.[1];
  if (opening) return `${opening} ${question ?? ANY_QUESTION}`;
  return question ?? null;
}
