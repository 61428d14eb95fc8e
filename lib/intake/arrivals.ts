import type { HistoryEntry } from "@/lib/platform/history";
import type { GivenScores } from "@/lib/scoring/map-scores/commands";
import type { Source } from "@/lib/standard/field";
import { namesOf } from "./activities/visits/names";
import type { LeadInput } from "./input";
import type { Identity } from "./queries";

/** A lead as it arrived, with where from; `identities` beside the input's own externalId. */
export type Capture = {
  input: LeadInput;
  source: Source;
  provider: string;
  identities?: Identity[];
};

/** All that another system knows a lead by. */
export const identitiesOf = ({ input, identities = [] }: Capture): Identity[] =>
  input.externalId ? [{ kind: "external", value: input.externalId }, ...identities] : identities;

/** By what each lead may have been waited for. */
export const namesGiven = (captures: readonly Capture[], ids: readonly string[]) =>
  captures.map(({ input, identities = [] }, index) => ({
    leadId: ids[index] ?? "",
    visitor: namesOf(input, identities),
  }));

/** What senders say of their leads' scores. */
export const scoresGiven = (captures: readonly Capture[], ids: readonly string[], now: Date) =>
  captures.flatMap(({ input: { scores, capturedAt }, provider }, index): GivenScores[] =>
    scores ? [{ leadId: ids[index] ?? "", scores, provider, at: capturedAt ?? now }] : [],
  );

/** The domains that senders gave with their leads' companies, by lead. */
export const domainsGiven = (captures: readonly Capture[], ids: readonly string[]) =>
  new Map(
    captures.flatMap(({ input }, index): [string, string][] =>
      input.companyDomain ? [[ids[index] ?? "", input.companyDomain]] : [],
    ),
  );

/** The history of what arrived, as it was given: nothing that was sent is lost. */
export function arrivals(
  captures: readonly Capture[],
  ids: readonly string[],
  created: ReadonlySet<string>,
  changed: ReadonlySet<number>,
  now: Date,
): HistoryEntry[] {
  return captures.flatMap(({ input }, index) => {
    const subjectId = ids[index] ?? "";
    const first = created.has(subjectId) && ids.indexOf(subjectId) === index;
    if (!first && !changed.has(index)) return [];
    const verb = first ? "captured" : "updated";
    const after = JSON.parse(JSON.stringify(input));
    return [{ at: now, verb, subject: "lead", subjectId, after }];
  });
}
