import type { FieldId } from "@/lib/standard/categories";

/** Why a field was missing in a handoff (A.5). */
export const GAP_CAUSES = {
  process: "Process",
  technical: "Technical",
  not_obtainable: "Not obtainable",
} as const;
export type GapCause = keyof typeof GAP_CAUSES;

/** What was heard of one lookup that could fill a field, before and after the handoff. */
export type Heard = {
  /** The provider or source by name, as Connections shows it. */
  name: string;
  /** The last that it said before the handoff; null where it was not asked. */
  before: "found" | "no_match" | "nothing_to_ask" | "later" | "failed" | "skipped" | null;
  /** Why it failed, in words; null where it did not. */
  cause: string | null;
  /** True where it gave the field afterwards. */
  gaveLater: boolean;
};

/** All that the data hold of one field that was missing in one handoff. */
export type Missed = {
  handoffId: string;
  fieldId: FieldId;
  /** Whoever gave the value that the handoff shows and an auditor does not accept; else null. */
  doubted: string | null;
  /** True where the handoff says that every source was asked in vain (spec C). */
  saidNotObtainable: boolean;
  /** The sources that had given Baton a value by then which the handoff does not show. */
  hadValue: readonly string[];
  /** The sources of activities that had happened by then and arrived later; for the trail and score. */
  lateActivities: readonly string[];
  heard: readonly Heard[];
};

/** Why one field was missing in one handoff, and what speaks for it. */
type CauseFound = { cause: GapCause; evidence: string };

const failed = ({ before }: Heard) => before === "failed" || before === "skipped";
const answeredInVain = ({ before }: Heard) => before === "found" || before === "no_match";
/** Nobody asked it: it was not looked up, or the lead had nothing to look it up by. */
const notAsked = ({ before }: Heard) => before === null || before === "nothing_to_ask";

const namesOf = (heard: readonly Heard[]) => [...new Set(heard.map(({ name }) => name))].join(", ");

/** Where the source had it and the handoff did not; null where nothing says so. */
function technical({ doubted, hadValue, lateActivities, heard }: Missed): string | null {
  const [stored] = hadValue;
  const value = doubted === null ? "a value" : "another value";
  if (stored) return `${stored} had given ${value} before the handoff, which does not show it`;
  const [late] = lateActivities;
  if (late) return `${late} had activities by then that arrived after the handoff`;
  const broken = heard.find((one) => failed(one) && one.gaveLater) ?? heard.find(failed);
  if (!broken) return null;
  const why = broken.cause ? ` (${broken.cause})` : "";
  return broken.gaveLater
    ? `${broken.name} failed before the handoff${why} and gave it afterwards`
    : `${broken.name} failed before the handoff${why} and has not been heard since`;
}

/**
 * Decides from what the data hold why a field was missing (A.5): technical where a source had it or
 * could not be heard; not obtainable where every source that could be asked was asked in vain, or a
 * person said so; else process, since no system had it and nobody wrote it, or what was written is
 * not what was asked for.
 */
export function causeOf(missed: Missed): CauseFound {
  const broken = technical(missed);
  if (broken) return { cause: "technical", evidence: broken };
  if (missed.doubted !== null) {
    return {
      cause: "process",
      evidence: `${missed.doubted} gave what the auditor does not accept`,
    };
  }
  if (missed.saidNotObtainable) {
    return { cause: "not_obtainable", evidence: "A person said that no source has it" };
  }
  const couldAnswer = missed.heard.filter(({ before }) => before !== "nothing_to_ask");
  if (couldAnswer.length > 0 && couldAnswer.every(answeredInVain)) {
    return { cause: "not_obtainable", evidence: `Asked in vain: ${namesOf(couldAnswer)}` };
  }
  const unasked = missed.heard.filter(notAsked);
  const evidence =
    unasked.length > 0
      ? `No system had it; not asked: ${namesOf(unasked)}`
      : "No system had it and nobody wrote it";
  return { cause: "process", evidence };
}
