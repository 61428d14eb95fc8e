import { type Segment, segmentsOf } from "../segment";
import { namesOf } from "./names";
import type { Answer, Question, Standing } from "./rule";

/** What a rep can be good at that leads differ in. */
export const SKILLS = { language: "Language", product: "Product", segment: "Segment" } as const;
export type Skill = keyof typeof SKILLS;

/** A language without its script and region: who speaks Norwegian takes nb and nn. */
function plainLanguage(tag: string): string {
  const { language } = new Intl.Locale(tag);
  return language === "nb" || language === "nn" ? "no" : language;
}

const NAMES = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** 'German' for de; the code where there is no name for it. */
export const languageName = (tag: string): string => NAMES.of(tag) ?? tag;

const folded = (text: string) => text.trim().toLowerCase();

/** `verb` and `what` are 'speak' and 'German'. */
type Wanted = { verb: string; what: string; label: string; has: (one: Standing) => boolean };

function languageWanted({ lead }: Question): Wanted | string {
  if (lead.language === null) return "the language is not known";
  const plain = plainLanguage(lead.language);
  const what = languageName(plain);
  const has = ({ rep }: Standing) => rep.languages.some((one) => plainLanguage(one) === plain);
  return { verb: "speak", what, label: `you speak ${what}`, has };
}

/** Of what was asked about, the latest that somebody sells. */
function productWanted({ lead, team }: Question): Wanted | string {
  const [latest] = lead.products;
  if (latest === undefined) return "no product was asked about";
  const sells =
    (product: string) =>
    ({ rep }: Standing) =>
      rep.products.some((one) => folded(one) === folded(product));
  const what = lead.products.find((one) => team.some(sells(one))) ?? latest;
  return { verb: "sell", what, label: `you sell ${what}`, has: sells(what) };
}

/** Of the segments that the lead is of, the first that somebody takes. */
function segmentWanted({ lead, segments, team }: Question): Wanted | string {
  const takes =
    ({ id }: Segment) =>
    ({ rep }: Standing) =>
      rep.segments.includes(id);
  const those = segmentsOf(segments, lead);
  const segment = those.find((one) => team.some(takes(one))) ?? those[0];
  if (!segment) return "the lead is of no segment";
  return { verb: "take", what: segment.name, label: segment.name, has: takes(segment) };
}

const WANTED = { language: languageWanted, product: productWanted, segment: segmentWanted };

/** The lead goes to those who have the skill that it asks for. */
export function skill(question: Question, settings: { skill: Skill }): Answer {
  const wanted = WANTED[settings.skill](question);
  if (typeof wanted === "string") return { matched: false, why: wanted };
  const { verb, what, label, has } = wanted;
  const those = question.team.filter(has);
  const names = namesOf(those);
  const one = `${verb}s ${what}`;
  if (those.length === 0) return { matched: false, why: `nobody ${one}` };
  return {
    matched: true,
    those,
    why: `${names} ${those.length > 1 ? `${verb} ${what}` : one}`,
    label: () => label,
    who: those.length > 1 ? `who ${one}` : `${names}, who ${one},`,
  };
}
