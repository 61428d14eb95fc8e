import type { Touchpoint } from "@/lib/standard/behavioral-trail";

/** What to ask about a theme, by the words of the touchpoint that raised it. The first fits. */
const QUESTIONS: readonly [theme: RegExp, question: string][] = [
  [/\bdemo\b/i, "What would you like to see first?"],
  [/\b(trial|pilot)\b/i, "What would the trial have to prove for you?"],
  [/comparison with|looked at|, about /i, "What matters most to you in the choice?"],
  [
    /security|compliance|gdpr|soc ?2|iso ?27001|trust/i,
    "Who has to sign off on security at your end?",
  ],
  [/pricing|prices|plans|quote/i, "Is there a budget already, or are you putting one together?"],
  [
    /integration|connector|\bapi\b|\bsap\b|sync/i,
    "Which system would it have to work with on the first day?",
  ],
  [/migrat|implement|onboard|rollout|roll-out/i, "What would have to be true for you to move?"],
  [/roi|calculator|business case|cost/i, "Which number would have to move to make it worthwhile?"],
  [/case stud|customer/i, "Which part of their story comes closest to yours?"],
];
const ANY_QUESTION = "What made you look into it now?";

/** How a touchpoint is spoken of to the lead's face; null where one had better not. */
function mention({ text }: { text: string }): string | null {
  const page = /^Read (\/\S*?|‘.+’)(?=$|[, ])/.exec(text)?.[1];
  if (page) return `you were reading ${page.startsWith("/") ? pageInWords(page) : page}`;
  const verb = /^(Asked|Downloaded|Attended|Registered|Read|Looked|Chatted)\b/.exec(text)?.[1];
  if (!verb) return null;
  return `you ${(verb + text.slice(verb.length)).replace(/^./, (letter) => letter.toLowerCase())}`;
}

/** '/integrations/sap' as one says it aloud: 'our integrations page on sap'. */
function pageInWords(path: string): string {
  const [first = "", ...rest] = path.split("/").filter(Boolean);
  const words = (segment: string) => segment.replaceAll("-", " ");
  return rest.length === 0
    ? `our ${words(first)} page`
    : `our ${words(first)} page on ${words(rest.at(-1) ?? "")}`;
}

/** The touchpoint worth opening with: what the lead asked itself, or else what it did last. */
function leading(touchpoints: readonly Touchpoint[]): Touchpoint | null {
  const speakable = touchpoints.filter((touchpoint) => mention(touchpoint) !== null);
  return speakable.find(({ text }) => text.startsWith("Asked")) ?? speakable[0] ?? null;
}

/**
 * One thing for the rep to say, ending in a question tied to what the lead did, or null where
 * there is nothing to tie it to. Clicks and remarks are never held up to the lead.
 */
export function opener(input: {
  touchpoints: readonly Touchpoint[];
  trigger: { text: string; act?: string } | null;
}): string | null {
  const deed = input.trigger && mention({ text: input.trigger.act ?? input.trigger.text });
  const other = leading(input.touchpoints);
  const raised = deed ? (input.trigger?.act ?? input.trigger?.text ?? "") : (other?.text ?? "");
  const said = deed ?? (other && mention(other));
  if (!said) return null;
  const question = QUESTIONS.find(([theme]) => theme.test(raised))?.[1] ?? ANY_QUESTION;
  return `I saw that ${said}. ${question}`;
}
