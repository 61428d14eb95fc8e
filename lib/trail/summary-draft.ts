import type { Touchpoint } from "@/lib/standard/behavioral-trail";

/** What a draft is made of. `name` and `company` are null where they are not known. */
export type SummaryInput = {
  name: string | null;
  company: string | null;
  touchpoints: readonly Touchpoint[];
  /** The trigger's sentence, where there is one. */
  trigger: { text: string } | null;
};

/** More than this in one sentence is a list, not a summary. */
const TOLD_AT_ONCE = 3;

/** Inside a sentence: without the capital of the wording's verb. */
function inSentence(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** 'a', 'a and b', 'a, b and c'. */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

function sentence(text: string): string {
  return /[.?!…]$|[.?!…]”$/.test(text) ? text : `${text}.`;
}

function who({ name, company }: SummaryInput): string {
  if (name && company) return `${name} of ${company}`;
  return name ?? (company ? `Someone at ${company}` : "The lead");
}

/** The name by which a second sentence speaks of the same person. */
function again({ name, company }: SummaryInput): string {
  return name ?? (company ? "The same person" : "The lead");
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
  return page
    ? `What keeps coming up is ${page.replace(/,$/, "")}, read ${most.count} times`
    : null;
}

/**
 * A first draft of the summary (C3.9), two to three plain sentences made only of what is known:
 * what set it off, what else the lead did, and what that points to. Null where nothing is known.
 */
export function draftSummary(input: SummaryInput): string | null {
  const { touchpoints, trigger } = input;
  const deeds = touchpoints
    .filter(({ kind, text }) => kind !== "remark" && text !== trigger?.text)
    .map(({ text }) => inSentence(text));
  const [first, ...rest] = trigger ? [inSentence(trigger.text), ...deeds] : deeds;
  if (first === undefined) return null;
  const more = rest.slice(0, TOLD_AT_ONCE);
  const conclusion = comparing(touchpoints) ?? recurring(touchpoints);
  const told =
    more.length > 0
      ? `${again(input)} also ${listed(more)}`
      : "Nothing else is on record for the last 90 days";
  return [`${who(input)} ${first}`, told, ...(conclusion ? [conclusion] : [])]
    .map(sentence)
    .join(" ");
}
