import { type Availability, availability } from "./availability";
import { type Fallback, lastResort } from "./last-resort";
import type { LeadFacts } from "./lead-facts";
import type { Rep } from "./rep";
import type { Rerouting } from "./rerouting";
import { answerOf, type RoutingRule, type RoutingSettings } from "./rule-book";
import type { Answer, Question, Standing } from "./rules/rule";
import { type CreditChange, takeTurn } from "./turn";

/** Which system elsewhere decided, and when, as ISO 8601 (K.4). */
export type DecidedElsewhere = { by: string; at: string };

/**
 * Who gets the lead, the sentence that tells the rep why, and what each rule said (C5.2). `owned` where
 * a person elsewhere has given it to them already.
 */
export type RoutingDecision = {
  ownerId: string;
  reason: string;
  path: string[];
  owned?: true;
  decidedElsewhere?: DecidedElsewhere;
};

/** What the rules decided: `credits` are to be kept, `byFallback` is to be looked into. */
export type Chosen = RoutingDecision & { credits: CreditChange[]; byFallback: boolean };

/** Everybody who may get leads. `fallback` is null only where no rep has access. */
export type Team = { reps: readonly Rep[]; fallback: Fallback | null };

type Matched = Extract<Answer, { matched: true }>;

const takesNow = ({ can }: Availability, { hours }: RoutingRule) =>
  can === "now" || (can === "later" && hours === "any");

const sentence = (name: string, words: string) => `${name}: ${words}.`;

const wordsOf = ({ availability: one }: Standing) => (one.can === "now" ? "is free" : one.words);

/** Why none of those whom a rule means can take it. */
function whyNone({ those, who }: Matched): string {
  const [first] = those;
  if (those.length === 1 && first) return `${who} ${wordsOf(first)}`;
  return who === "everybody" ? "nobody is free" : `nobody ${who} is free`;
}

/** The hindered are named, as far as one wants to read them. */
const NAMED = 3;

function pathWords({ why, those }: Matched, taken: Rep | undefined): string {
  const others = those.filter(({ rep }) => rep.id !== taken?.id);
  const hindered = others.filter(({ availability: { can } }) => can !== "now").slice(0, NAMED);
  const said = hindered.map((one) => `${one.rep.name} ${wordsOf(one)}`);
  const end = taken ? [`${taken.name} gets it`] : said.length > 0 ? [] : ["nobody can take it"];
  return [why, ...said, ...end].join("; ");
}

/** The sentence for the rep: what speaks for them, and that nobody else was left where they sent it back. */
function reasonOf(ownerId: string, words: string[], { lastTo }: Rerouting): string {
  const again = ownerId === lastTo?.[0] ? "you sent it back, and nobody else can take it" : "";
  return `Yours: ${[...words, again].filter(Boolean).join("; ")}`;
}

/**
 * Who gets a lead: the first rule whose people can take it now, by turns among them; else the last
 * resort. Null where nobody is left. Pure: the same lead, team, rules and moment give the same answer.
 * Who was excluded by `again` gets it in no way, the fallback included.
 */
export function chooseOwner(
  lead: LeadFacts,
  { reps, fallback }: Team,
  { rules, segments }: Pick<RoutingSettings, "rules" | "segments">,
  now: Date,
  again: Rerouting = { notTo: [], because: "" },
): Chosen | null {
  const team = reps.map((rep) => ({ rep, availability: availability(rep, again.notTo, now) }));
  const question: Question = { lead, team, segments, now };
  const path = again.because ? [again.because] : [];
  let note = again.note ?? "";
  for (const rule of rules.filter(({ on }) => on)) {
    const answer = answerOf(rule, question);
    if (!answer.matched) {
      path.push(sentence(rule.name, answer.why));
      if (rule.kind === "territory") note ||= answer.why;
      continue;
    }
    const free = answer.those.filter((one) => takesNow(one.availability, rule));
    const turn = takeTurn(free.map(({ rep }) => rep));
    const taken = free.find(({ rep }) => rep.id === turn?.repId)?.rep;
    path.push(sentence(rule.name, pathWords(answer, taken)));
    if (!turn || !taken) {
      note ||= whyNone(answer);
      continue;
    }
    const reason = reasonOf(taken.id, [answer.label(taken), note], again);
    return { ownerId: taken.id, reason, path, credits: turn.changes, byFallback: false };
  }
  const last = lastResort(fallback, team, again);
  if (!last) return null;
  path.push(sentence("Fallback", last.path.join("; ")));
  const reason = reasonOf(last.id, [last.reason, note], again);
  return { ownerId: last.id, reason, path, credits: last.credits, byFallback: true };
}

/** Whether anybody beside those in `notTo` can be given a lead at a moment, by a rule or as the last resort. */
export function anybodyTakes(
  { reps, fallback }: Team,
  now: Date,
  notTo: readonly string[],
): boolean {
  const team = reps.map((rep) => ({ rep, availability: availability(rep, notTo, now) }));
  return lastResort(fallback, team, { notTo }) !== null;
}
