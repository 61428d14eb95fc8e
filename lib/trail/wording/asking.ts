import type { Activity } from "@/lib/intake/activities/activity";
import { requestText, wantsToLeave } from "./asked";
import { leadSays } from "./transcript";

/** Whole words of several scripts, as in `asked.ts`. */
const any = (words: string, within: string) =>
  new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})|${within}`, "iu");

/** What says that somebody wants something of us, in the languages that we met. Data. */
const WANTING = any(
  [
    "can|could|may|please|would like|we'd like|i'd like|want|need|send me|send us|looking for|book|request|interested in",
    "bitte|möchte[n]?|hätte[n]? gern|können|könnten|brauche[n]?|interesse an",
    "pouvez-vous|pourriez-vous|pourrait-on|voudrais|voudrions|souhait\\p{L}*|aimerais|aimerions|s'il vous plaît|svp",
    "quisiera|queremos|me gustaría|nos gustaría|pueden|podría|podrían|por favor|necesit\\p{L}*",
    "gostaria|podem|poderiam|queremos|vorrei|vorremmo|potete|per favore|graag|kunnen|kunt u",
    "kan vi|kan dere|kan jeg|kan ni|kan jag|vil gjerne|vill gärna|ønsker|önskar|trenger",
  ].join("|"),
  "ください|お願い|いただけ|希望",
);

/** What one asks for when one means business: never 'contact' or 'pilot', which mean much else. */
const THING = any(
  [
    "d[eé]mo(?:nstration)?s?|demonstraç\\p{L}*|dimostrazione|demonstratie|demostraci\\p{L}*",
    "free trial|trial|testzugang|testversion|essai|prueba gratuita|prova gratuita|proefversie|prøveperiode|provperiod",
    "quote|quotation|angebot|devis|presupuesto|orçamento|preventivo|offerte|tilbud|offert",
    "proof of concept|security pack|call ?back|rückruf",
  ].join("|"),
  "デモ|見積",
);

/** A sentence that both wants and names: 'Could you send us a quote?', not 'The demo was good'. */
function wants(text: string): boolean {
  const sentences = text.split(/[.!?。！？\n]+/);
  return sentences.some((sentence) => WANTING.test(sentence) && THING.test(sentence));
}

/** A judgement asks of each activity several times, and a transcript is long. */
const known = new WeakMap<object, boolean>();

/**
 * True where an activity asks us for something: a form by its name ('Request a demo', 'Devis') or
 * by what was typed into it, a chat by what the lead said in it, whatever the language.
 */
export function asksUs(activity: Activity): boolean {
  const before = known.get(activity.details);
  if (before !== undefined) return before;
  const answer = asksAnew(activity);
  known.set(activity.details, answer);
  return answer;
}

function asksAnew(activity: Activity): boolean {
  switch (activity.kind) {
    case "form_submitted": {
      const { form, fields = {} } = activity.details;
      if (wantsToLeave(form)) return false;
      return requestText(form) !== null || Object.values(fields).some(wants);
    }
    case "chat":
      return leadSays(activity.details.transcript).some(wants);
    default:
      return false;
  }
}
