import { shownLine } from "@/lib/platform/shown-text";
import type { Touchpoint } from "@/lib/standard/behavioral-trail";
import { TRAIL_WINDOW_DAYS } from "../settings";
import { listed, sentence } from "../wording/prose";
import { clip } from "../wording/transcript";
import { companyInBrief, LONGEST, type SummaryFacts, toolsNamed } from "./company-words";
import { inProse, mainClause, onceOnly, pageOf, rivalIn, withoutStay } from "./deed";
import { emphasised, isDeed } from "./emphasis";

/** What a draft is made of. `name` and `company` are null where they are not known. */
type SummaryInput = {
  name: string | null;
  /** How the second sentence names the person; the full name where it is not given. */
  givenName?: string | null;
  company: string | null;
  facts?: SummaryFacts;
  touchpoints: readonly Touchpoint[];
  /** The trigger's sentence, where there is one. */
  trigger: { text: string } | null;
  /** How far back the trail looks, in days; the article's where left out. */
  windowDays?: number;
};

/** More than this in one sentence is a list, not a summary. */
const TOLD_AT_ONCE = 3;
const nothingElse = ({ windowDays = TRAIL_WINDOW_DAYS }: SummaryInput) =>
  `Nothing else stands out in the last ${windowDays} days`;

/** True where the trigger's sentence has named the thing already, or what was asked for. */
function isTold(deed: string, trigger: string): boolean {
  const page = pageOf(deed);
  if (page) {
    // A title that holds the words is another thing: ‘Sixfold pricing’ is not our pricing.
    const unquoted = trigger.replace(/‘.*?’|“.*?”/g, "");
    return [page.look, /\/\S+?(?=,|$)/.exec(onceOnly(deed))?.[0]].some(
      (words) => words !== undefined && unquoted.includes(words),
    );
  }
  const thing = /‘.+’/.exec(deed)?.[0] ?? onceOnly(deed).slice(deed.indexOf(" "));
  return trigger.includes(thing);
}

/** Deeds in one clause, each verb once: 'attended ‘A’ and read the pricing page and ‘B’'. */
function clause(deeds: readonly string[]): string {
  const verbOf = (deed: string) =>
    /^asked in the chat:|^[a-z ]+(?= ‘)|^\S+/.exec(deed)?.[0] ?? deed;
  const byVerb = Map.groupBy(deeds, verbOf);
  return listed(
    [...byVerb].map(
      ([verb, list]) => `${verb} ${listed(list.map((deed) => deed.slice(verb.length + 1)))}`,
    ),
  );
}

function who({ name, company, facts = {} }: SummaryInput): string {
  const brief = companyInBrief(facts);
  const at = company && (brief ? `${company} (${brief})` : company);
  if (!name) return at ? `Someone at ${at}` : "The lead";
  const title = facts.jobTitle && clip(facts.jobTitle, LONGEST);
  if (!title) return at ? `${name} of ${at}` : name;
  return `${name}, ${at ? `${title} at ${at}` : title},`;
}

/** The name by which a second sentence speaks of the same person. */
function again({ name, givenName, company }: SummaryInput): string {
  return givenName ?? name ?? (company ? "The same person" : "The lead");
}

/** Whom else the lead looks at: the one conclusion that the trail itself supports. */
function rivalry(input: SummaryInput, deeds: readonly string[]): string | null {
  const { facts = {} } = input;
  const rivals = deeds.flatMap((deed) => rivalIn(deed) ?? []);
  const names = (compared: boolean) => [
    ...new Set(rivals.filter((one) => one.compared === compared).map(({ name }) => name)),
  ];
  const [rival, ...others] = names(true);
  if (rival !== undefined) {
    const already = others.length === 0 && toolsNamed(input.company, facts, [rival]);
    const incumbent = already ? `, which ${input.company} runs already` : "";
    return `${again(input)} is comparing us with ${listed(names(true))}${incumbent}`;
  }
  return names(false).length > 0
    ? `${again(input)} is looking at ${listed(names(false))} as well`
    : null;
}

/** The first sentence, and what of the trail it leaves to be told. */
function beginning(input: SummaryInput, deeds: readonly string[]) {
  const text = input.trigger?.text ?? null;
  if (text === null) {
    const [first, ...rest] = deeds;
    return first === undefined ? null : { first: `${who(input)} ${inProse(first)}`, rest };
  }
  if (text.includes("this lead")) {
    return { first: text.replace("this lead", who(input)), rest: deeds };
  }
  const main = rivalIn(mainClause(text));
  const rest = deeds.filter((deed) => !isTold(deed, text) || (rivalIn(deed) && !main));
  return { first: `${who(input)} ${startedLow(text)}`, rest };
}

const startedLow = (text: string) =>
  isDeed(text) ? inProse(text) : text.charAt(0).toLowerCase() + text.slice(1);

/** A name that cannot be seen is none. */
function seen(input: SummaryInput): SummaryInput {
  const shown = (text: string | null | undefined) => shownLine(text ?? "") || null;
  const { name, givenName, company } = input;
  return { ...input, name: shown(name), givenName: shown(givenName), company: shown(company) };
}

/**
 * A first draft of the summary (C3.9), two to three plain sentences made only of what is known:
 * what set it off, what else the lead did, and what that points to. Null where nothing is known.
 */
export function draftSummary(given: SummaryInput): string | null {
  const input = seen(given);
  const { touchpoints, trigger, company, facts = {} } = input;
  // Of equal ones what happened more often comes first.
  const texts = touchpoints
    .filter(({ kind }) => kind !== "remark")
    .toSorted((a, b) => b.count - a.count)
    .map(({ text }) => text);
  const begun = beginning(input, emphasised(texts.map(withoutStay)));
  if (begun === null) return null;
  const conclusion = rivalry(input, begun.rest);
  const more = begun.rest.filter((deed) => rivalIn(deed) === null).slice(0, TOLD_AT_ONCE);
  const also = trigger === null || isDeed(trigger.text) ? " also" : "";
  const told = [begun.first];
  if (more.length > 0) told.push(`${again(input)}${also} ${clause(more.map(inProse))}`);
  if (conclusion) told.push(conclusion);
  else told.push(...[toolsNamed(company, facts, [...texts, trigger?.text ?? ""])].filter(known));
  if (told.length === 1) told.push(nothingElse(input));
  return shownLine(told.map(sentence).join(" "));
}

const known = (text: string | null): text is string => text !== null;
