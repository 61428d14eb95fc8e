import { type Answer, FAILURES, type FailureCause } from "@/lib/enrichment/provider";
import { keysOf } from "@/lib/platform/keys-of";

type Said = Answer["answer"];

/**
 * What Pending Enrichment can be narrowed to (G.1): leads of which some provider's last answer was
 * one of these. A provider that was skipped is one that had failed before.
 */
export const ANSWER_FILTERS = {
  no_match: { label: "No match", answers: ["no_match"] },
  later: { label: "Asked to come back later", answers: ["later"] },
  failed: { label: "Failed", answers: FAILURES },
} as const satisfies Record<string, { label: string; answers: readonly Said[] }>;
export type AnswerFilter = keyof typeof ANSWER_FILTERS;
export const ANSWER_FILTER_NAMES = keysOf(ANSWER_FILTERS);

/** A provider's answer in two or three words. */
export const ANSWER_WORDS: Readonly<Record<Said, string>> = {
  found: "found",
  no_match: "no match",
  nothing_to_ask: "nothing to ask by",
  later: "asked to come back later",
  failed: "failed",
  skipped: "not asked, it was down",
};

/** Why a provider gave no answer, in two or three words. */
export const CAUSE_WORDS: Readonly<Record<FailureCause, string>> = {
  time_limit: "took too long",
  unreachable: "could not be reached",
  rate_limited: "was asked too often",
  unauthorised: "refused our key",
  out_of_credits: "has no credits left",
  refused: "refused the question",
  unreadable: "gave an unreadable answer",
  broken: "reported a fault of its own",
};
