import type { Touchpoint } from "@/lib/standard/behavioral-trail";
import { inSentence, sentence } from "../wording/prose";
import { mainClause, onceOnly, pageOf } from "./deed";
import { emphasised, isDeclared, isDeed } from "./emphasis";

/** What to ask about a theme, by the words of what raised it; the first that fits. Data. */
const QUESTIONS: readonly [theme: RegExp, question: string][] = [
  [/^Asked in the chat/, "Did you get the answer you needed?"],
  [/^Asked for a demo/, "What would you like to see first?"],
  [/^Asked for a (trial|pilot)/, "What would it have to prove for you?"],
  [/^Asked to be (contacted|called)/, "What made you get in touch now?"],
  [/^Subscribed/, "What would you like to read about?"],
  [
    /^Read (our|a) comparison with|^Looked at|^Read ‘.*’, about /,
    "What matters most to you when you compare?",
  ],
  [
    /security|compliance|gdpr|soc ?2|iso ?27001|penetration|data protection|data processing/i,
    "Who has to sign off on security at your end?",
  ],
  [
    /pric(e|es|ing)\b|\bplans\b|\bquote|preise?\b|priser|tarifs/i,
    "Is there a budget already, or are you putting one together?",
  ],
  [/integrat|connector|\bapis?\b/i, "Which system would it have to work with on the first day?"],
  [/migrat/i, "What would have to be true for you to move?"],
  [
    /implement|onboard|roll-?out|go-?live/i,
    "What would have to be in place before you could start?",
  ],
  [/\broi\b|business case|\bcosts?\b/i, "Which number would have to move for you?"],
  [/case stud|customer story|\/customers\//i, "Which part of that story comes closest to yours?"],
  [/^Downloaded|^Asked for the/, "What were you hoping to find in it?"],
  [/^Attended/, "What were you hoping to hear about?"],
  [/^Registered/, "What would you like to hear about?"],
  [/^Chatted|^Read/, "What made you look into it now?"],
];
/** X.1: whoever comes back after months has a reason, and likes to be asked for it. */
const RETURNED = /, back after .+ of silence$/;
const CHANGED = "What has changed since you last looked?";

/** A system by name is asked for by name. */
const SYSTEM = /^our (.+) integration$/;
const systemIn = (deed: string) => SYSTEM.exec(pageOf(deed)?.ours ?? "")?.[1] ?? null;

/** Who asks for a demo has often read what it should show. */
function toShow(deed: string, touchpoints: readonly Touchpoint[]): string | null {
  if (!deed.startsWith("Asked for a demo")) return null;
  const systems = touchpoints.flatMap(({ text }) => systemIn(text) ?? []);
  return systems[0] ? `Shall we start with the ${systems[0]} integration?` : null;
}

function questionOf(
  deed: string,
  sentenceOfTrigger: string | null,
  touchpoints: readonly Touchpoint[],
): string | null {
  if (sentenceOfTrigger !== null && RETURNED.test(sentenceOfTrigger)) return CHANGED;
  const system = systemIn(deed);
  if (system) return `Would it have to work with ${system} from the first day?`;
  const known = QUESTIONS.find(([theme]) => theme.test(deed))?.[1] ?? null;
  return toShow(deed, touchpoints) ?? known;
}

/** A page of ours. What was read elsewhere we know from others, and do not bring up. */
function pageSaid(deed: string): string | null {
  const page = pageOf(deed);
  if (page) return `I saw you were looking at ${page.ours}.`;
  const [, comparison, title] = /^Read (?:(our comparison with .+)|(‘.+’))$/.exec(deed) ?? [];
  if (comparison) return `I saw you were looking at ${comparison}.`;
  return title ? `I saw you were reading ${title}.` : null;
}

/** What the rep says about a deed before asking; null for what is better left unsaid. */
function said(deed: string, alsoDeed: string | null): string | null {
  const once = onceOnly(deed);
  if (!isDeclared(once)) return pageSaid(once);
  if (once === "Chatted on the site") return "You chatted with us on the site.";
  const also = alsoDeed ? `${inSentence(onceOnly(alsoDeed))}, and then ` : "";
  return sentence(`You ${also}${inSentence(once)}`);
}

type Lead = { deed: string; at: string | null };

/**
 * What to open with: what the lead asked for, at best as the trigger, else the trigger, else what
 * deserves it most.
 */
function leading(touchpoints: readonly Touchpoint[], trigger: Lead | null): Lead | null {
  if (trigger?.deed.startsWith("Asked")) return trigger;
  // Of equal ones what happened more often comes first.
  const ownDeeds = touchpoints
    .filter(({ kind }) => kind !== "remark")
    .toSorted((a, b) => b.count - a.count);
  const deeds = emphasised(ownDeeds.map(({ text }) => text));
  const asked = deeds.find((text) => text.startsWith("Asked"));
  const deed = asked ?? deeds.find((text) => said(text, null) !== null) ?? deeds[0];
  if ((trigger && !asked) || deed === undefined) return trigger;
  const at = ownDeeds.find(({ text }) => text === deed)?.firstAt ?? null;
  return { deed, at: asked ? at : null };
}

const verbOf = (text: string) => text.slice(0, text.indexOf(" "));
/** 'You downloaded this, and then downloaded that' says no more than the second. */
const sameVerb = (one: string, other: string) => verbOf(one) === verbOf(other);

/** What the lead did knowingly before it asked, to be named on the way; a chat speaks for itself. */
function onTheWay(touchpoints: readonly Touchpoint[], { deed, at }: Lead): string | null {
  if (at === null || deed.startsWith("Asked in")) return null;
  const earlier = touchpoints.find(
    ({ text, lastAt }) =>
      lastAt < at && isDeclared(text) && !/^(Asked|Chatted)/.test(text) && !sameVerb(text, deed),
  );
  return earlier?.text ?? null;
}

/** What is to be said stands in quotation marks itself, so that a question in it has the inner ones. */
const asQuote = (opening: string) => opening.replaceAll("“", "‘").replaceAll("”", "’");

/**
 * One thing for the rep to say, ending in a question tied to what the lead did, or null where
 * nothing is known to ask about. Takes the trigger's main clause (`act`) where there is one. What
 * a person, an import or a model decided is nothing that the lead did, and is not brought up.
 */
export function opener(input: {
  touchpoints: readonly Touchpoint[];
  trigger: { at?: Date; text: string; act?: string } | null;
}): string | null {
  const { touchpoints } = input;
  const trigger = input.trigger && isDeed(input.trigger.text) ? input.trigger : null;
  const main = trigger && {
    deed: trigger.act ?? mainClause(trigger.text),
    at: trigger.at?.toISOString() ?? null,
  };
  const lead = leading(touchpoints, main);
  if (lead === null) return null;
  const opening = said(lead.deed, onTheWay(touchpoints, lead));
  const question = questionOf(
    lead.deed,
    lead === main ? (trigger?.text ?? null) : null,
    touchpoints,
  );
  return opening && question ? `${asQuote(opening)} ${question}` : question;
}
