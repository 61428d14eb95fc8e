import { thingInSentence } from "./prose";
import { spokenTitle } from "./title";

/**
 * Whole words, also where `\b` knows none ('Q4_Demo-Request', 'Démo'); `within` is for scripts that
 * write without spaces.
 */
const word = (words: string, within?: string) =>
  new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})${within ? `|${within}` : ""}`, "iu");

const SUBSCRIBED = "Subscribed to the newsletter";

/**
 * What forms ask for, by the words in their names, in the languages of forms that we met; the
 * first that fits wins. Data.
 */
const REQUESTS: readonly [pattern: RegExp, text: string][] = [
  [
    word("d[eé]mo(?:nstration)?s?|demonstração|dimostrazione|demonstratie|demostración", "デモ"),
    "Asked for a demo",
  ],
  [
    word(
      "(?:free )?trial|testzugang|testversion|kostenlos testen|essai|prueba gratuita|prova gratuita|proefversie",
    ),
    "Asked for a trial",
  ],
  [
    word(
      "quote|quotation|pricing request|price request|angebot|devis|presupuesto|orçamento|preventivo|offerte|tilbud",
      "見積",
    ),
    "Asked for a quote",
  ],
  [word("proof of concept|pilot"), "Asked for a pilot"],
  [word("call ?back|call me|rückruf|ring meg|rappelez-moi"), "Asked to be called back"],
  [
    word(
      "contact|contact us|talk to|get in touch|speak to|kontakt(?:formular)?|contacto",
      "問い合わせ",
    ),
    "Asked to be contacted",
  ],
  [word("newsletter|nyhetsbrev|infolettre"), SUBSCRIBED],
];

/** What a form is called by which somebody wants to hear from us no more, or be forgotten. Data. */
const LEAVING =
  /unsubscri|opt[- _]?out|do[- _]?not[- _](?:contact|call|e?mail|sell|track)|don['’]t (?:contact|call|e?mail)|(?:data|account)[- _](?:deletion|erasure)(?:[- _](?:request|form))?$|delete my|abmeld|désinscri|désabonn|darse de baja|disiscri|afmeld|avmeld|avregistrer/iu;

/** True where a form, by its name, is filled in to be left alone: nothing that a rep should call for. */
export const wantsToLeave = (form: string): boolean => LEAVING.test(form);

const NAMED = [
  /^(.+?) requests?( form)?$/i,
  /^(?:request|ask for|get)(?: the| a| an| our)? (.+?)( form)?$/i,
];

/** The thing that a form asks for by name: 'Security pack request' asks for 'Security pack'. */
export function requested(form: string): string | null {
  if (wantsToLeave(form) || REQUESTS.some(([pattern]) => pattern.test(form))) return null;
  for (const pattern of NAMED) {
    const thing = pattern.exec(spokenTitle(form))?.[1];
    if (thing) return thing;
  }
  return null;
}

/**
 * What filling in a form asked for, in the past tense, read off the form's name: 'Security pack
 * request' becomes 'Asked for the security pack'. Null where the name does not tell.
 */
export function asked(form: string): string | null {
  if (wantsToLeave(form)) return null;
  const known = REQUESTS.find(([pattern]) => pattern.test(form));
  if (known) return known[1];
  const thing = requested(form);
  return thing ? `Asked for the ${thingInSentence(thing)}` : null;
}

/** The same for what asks us to do something: a newsletter is sent by itself. */
export function requestText(form: string): string | null {
  const text = asked(form);
  return text === SUBSCRIBED ? null : text;
}
