import type { Touchpoint } from "@/lib/standard/behavioral-trail";
import { emphasised } from "./emphasis";
import { inSentence, listed, sentence } from "./prose";

/** What a draft is made of. `name` and `company` are null where they are not known. */
export type SummaryInput = {
  name: string | null;
  /** How the second sentence names the person; the full name where it is not given. */
  givenName?: string | null;
  company: string | null;
  touchpoints: readonly Touchpoint[];
  /** The trigger's sentence, where there is one. */
  trigger: { text: string } | null;
};

/** More than this in one sentence is a list, not a summary. */
const TOLD_AT_ONCE = 3;

/** How long a page was read is for the trail; in a list it would read as one more deed. */
const STAY = /, (?:\d+ (?:h|min|s) ?)+(?: ?in all)?$/;

/** True where the trigger's sentence has named the thing already, or what was asked for. */
function isTold(text: string, trigger: { text: string } | null): boolean {
  if (trigger === null) return false;
  const thing = /‘.+’|\/[^\s,]+/.exec(text)?.[0] ?? text.slice(text.indexOf(" "));
  return trigger.text.includes(thing);
}

/** Deeds in one clause, each verb once: 'attended ‘A’ and read /pricing and /security'. */
function clause(deeds: readonly string[]): string {
  const byVerb = Map.groupBy(deeds, (deed) => deed.slice(0, deed.indexOf(" ")));
  const things = (list: readonly string[]) =>
    listed(list.map((deed) => deed.slice(deed.indexOf(" ") + 1)));
  return listed([...byVerb].map(([verb, list]) => `${verb} ${things(list)}`));
}

function who({ name, company }: SummaryInput): string {
  if (name && company) return `${name} of ${company}`;
  return name ?? (company ? `Someone at ${company}` : "The lead");
}

/** The name by which a second sentence speaks of the same person. */
function again({ name, givenName, company }: SummaryInput): string {
  return givenName ?? name ?? (company ? "The same person" : "The lead");
}

/** Whom else the lead looks at: the one conclusion that the trail itself supports. */
function comparing(touchpoints: readonly Touchpoint[]): string | null {
  for (const { text } of touchpoints) {
    const competitor = /comparison with (.+?)(?:,? (?:twice|\d+ times))?$/.exec(text)?.[1];
    if (competitor) return `${competitor} is being looked at as well`;
  }
  return null;
}

/** What the lead came back to most, where that is more than twice. */
function recurring(touchpoints: readonly Touchpoint[]): string | null {
  const most = touchpoints.reduce<Touchpoint | null>(
    (best, one) => (one.kind === "page_viewed" && one.count > (best?.count ?? 2) ? one : best),
    null,
  );
  const page = most && /^Read (\/\S+|‘.+’)/.exec(most.text)?.[1];
  return page ? `What keeps coming up is ${page.replace(/,$/, "")}` : null;
}

/**
 * A first draft of the summary (C3.9), two to three plain sentences made only of what is known:
 * what set it off, what else the lead did, and what that points to. Null where nothing is known.
 */
export function draftSummary(input: SummaryInput): string | null {
  const { touchpoints, trigger } = input;
  const deeds = emphasised(
    touchpoints
      .filter(({ kind, text }) => kind !== "remark" && !isTold(text, trigger))
      .map(({ text }) => text.replace(STAY, "")),
  ).map(inSentence);
  const [first, ...rest] = trigger ? [inSentence(trigger.text), ...deeds] : deeds;
  if (first === undefined) return null;
  const more = rest.slice(0, TOLD_AT_ONCE);
  const conclusion = comparing(touchpoints) ?? recurring(touchpoints);
  const told = [`${who(input)} ${first}`];
  if (more.length > 0) told.push(`${again(input)} also ${clause(more)}`);
  if (conclusion) told.push(conclusion);
  if (told.length === 1) told.push("Nothing else stands out in the last 90 days");
  return told.map(sentence).join(" ");
}
