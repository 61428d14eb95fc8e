import type { Answer, FailureCause } from "@/lib/enrichment/provider";
import { REJECTION_REASONS, type RejectionReason } from "@/lib/handoff/outcome";
import { keysOf } from "@/lib/platform/keys-of";
import type { Completeness, FieldId } from "@/lib/standard/categories";
import { fieldDefinition } from "@/lib/standard/categories";
import type { MissingField, Shortfall } from "@/lib/standard/completeness";
import type { Trend } from "@/lib/standard/scoring-context";
import type { Claim } from "../claims/claim";
import { ANSWER_WORDS, CAUSE_WORDS } from "./answers";

/** What a provider last said of a lead. */
export type Tried = { provider: string; answer: Answer["answer"]; cause: FailureCause | null };

type Untold = { person: string | null; by: string; words: string | null };

/** Why a lead is on the board; `at` is since when. */
export type Why = { at: Date } & (
  | {
      kind: "enrichment";
      missing: MissingField[];
      /** The last answer of each lookup, the newest first. */
      tried: Tried[];
      /** How often the chain ran in vain, and when it runs again; null where it does not. */
      tries: number;
      nextAt: Date | null;
      mql: boolean;
    }
  | {
      kind: "summary";
      owner: string | null;
      score: number | null;
      /** From which score a lead is an MQL, by the model in force. */
      threshold: number;
      /** When it goes out with the draft (G.5); null where no time runs. */
      graceEndsAt: Date | null;
    }
  /** The providers that failed for it; `tries` and `nextAt` as for a held lead. */
  | { kind: "sync"; failed: Tried[]; tries: number; nextAt: Date | null }
  /** What was given up about it: who was not told by what, or which CRM (no person), and why. */
  | { kind: "untold"; untold: Untold[] }
  /** It clicked like a scanner, and then visited like a person. */
  | { kind: "doubtful" }
  | { kind: "flagged"; fields: FieldId[]; wrong: FieldId[]; by: string }
  | {
      kind: "returned";
      reason: RejectionReason;
      field: FieldId | null;
      words: string | null;
      by: string;
    }
  | { kind: "aside"; reason: string; by: string | null }
);

/** A lead on the board. */
export type BoardRow = Completeness & {
  id: string;
  name: string | null;
  email: string | null;
  companyName: string | null;
  jobTitle: string | null;
  tier: number | null;
  score: number | null;
  trend: Trend | null;
  why: Why;
  /** Who is on it; null where nobody is. */
  claim: Claim | null;
};

/**
 * True while the chain is running for a lead, or about to: it was not tried in vain since it was
 * captured or somebody asked for it, and its time is only when it would be looked for if it got lost.
 */
export const isBeingTried = ({ tries, nextAt }: { tries: number; nextAt: Date | null }): boolean =>
  tries === 0 && nextAt !== null;

const labels = (ids: readonly FieldId[]) => ids.map((id) => fieldDefinition(id).label).join(", ");

/** 'Wrong: Direct phone · Missing: Industry'; what was wrong is worse, so it comes first. */
function foundWords(missing: readonly FieldId[], wrong: readonly FieldId[]): string {
  const named = [
    ["Wrong", wrong],
    ["Missing", missing],
  ] as const;
  return named
    .flatMap(([word, ids]) => (ids.length > 0 ? [`${word}: ${labels(ids)}`] : []))
    .join(" · ");
}

/** How near a lead is to becoming an MQL and going out by itself. */
function distanceWords(score: number, threshold: number): string {
  const points = threshold - score;
  if (points <= 0) return "Documented, and over the threshold";
  return `${points === 1 ? "1 point" : `${points} points`} below the threshold`;
}

const SHORTFALLS: Readonly<Record<Shortfall, string>> = {
  said_wrong: "Said to be wrong",
  absent: "Absent",
  not_verified: "Not verified",
  not_valid: "Not valid",
  not_obtainable: "Not obtainable",
};

/** What our own rules work out is short only because something else is. */
const isDerived = ({ id }: MissingField) =>
  fieldDefinition(id).sources.every((source) => source === "scoring");

/** 'Absent: Employees, Industry · Not verified: Job title'. */
function missingWords(missing: readonly MissingField[]): string {
  const named = missing.every(isDerived) ? missing : missing.filter((field) => !isDerived(field));
  return keysOf(SHORTFALLS)
    .flatMap((why) => {
      const those = named.filter((field) => field.why === why).map(({ label }) => label);
      return those.length > 0 ? [`${SHORTFALLS[why]}: ${those.join(", ")}`] : [];
    })
    .join(" · ");
}

/** 'Apollo was asked too often', 'ZoomInfo: no match'. */
export const saidWords = ({ provider, answer, cause }: Tried): string =>
  answer === "failed" && cause
    ? `${provider} ${CAUSE_WORDS[cause]}`
    : `${provider}: ${ANSWER_WORDS[answer]}`;

const syncWords = (failed: readonly Tried[]) =>
  [...new Set(failed.map(saidWords))].join(" · ") || "A provider failed";

/** 'Jonas Rehberg was not told by Mail: Refuses the reader’s address (550).', 'Not in Salesforce: …' */
const untoldWords = ({ person, by, words }: Untold) =>
  `${person ? `${person} was not told by ${by}` : `Not in ${by}`}${words ? `: ${words}` : ""}`;

/** What needs somebody first: a provider that is down, one to come back to, one that knows nothing. */
const TELLING: readonly Tried["answer"][] = [
  "failed",
  "skipped",
  "later",
  "no_match",
  "nothing_to_ask",
];

/** 'Apollo was asked too often · Company directory: no match'; who answered holds nothing up. */
function triedWords(tried: readonly Tried[]): string {
  if (tried.length === 0) return "Nobody was asked yet";
  const told = TELLING.flatMap((answer) => tried.filter((one) => one.answer === answer));
  const words = new Set(told.map(saidWords));
  if (words.size > 0) return [...words].join(" · ");
  const names = new Set(tried.map(({ provider }) => provider));
  return `${[...names].join(", ")} answered without it`;
}

/** The reason in words, and what goes with it; `second` is null where nothing does. */
export function whyWords(why: Why): { first: string; second: string | null } {
  switch (why.kind) {
    case "enrichment":
      return { first: missingWords(why.missing), second: triedWords(why.tried) };
    case "sync":
      return { first: syncWords(why.failed), second: "What it knows is missing here meanwhile" };
    case "untold":
      return {
        first: why.untold.map(untoldWords).join(" · "),
        second: why.untold.every(({ person }) => person === null)
          ? "Send it again under Connections, once that is mended"
          : "An admin can send it again under Connections",
      };
    case "doubtful":
      return {
        first: "Left out as a link scanner’s click, though a visit followed",
        second: "Bring it back, or leave it out for good",
      };
    case "summary":
      if (why.graceEndsAt) return { first: "Waits for its summary", second: null };
      return why.owner
        ? { first: "Went out with the draft", second: `With ${why.owner}` }
        : { first: "No summary yet", second: distanceWords(why.score ?? 0, why.threshold) };
    case "flagged":
      return { first: foundWords(why.fields, why.wrong), second: `Found by ${why.by}` };
    case "returned": {
      const field = why.field ? `: ${labels([why.field])}` : "";
      const words = why.words ? `“${why.words}”` : null;
      return {
        first: `${REJECTION_REASONS[why.reason]}${field}`,
        second: [why.by, words].filter(Boolean).join(" · "),
      };
    }
    case "aside":
      return { first: why.reason, second: why.by ? `By ${why.by}` : null };
  }
}

/** What began at `why.at`, to stand before how long ago that is. */
export function sinceWords(why: Why): string {
  switch (why.kind) {
    case "enrichment":
      return why.mql ? "MQL" : "Captured";
    case "summary":
      return why.owner ? "Routed" : "Captured";
    case "sync":
    case "untold":
      return "Failed";
    case "doubtful":
      return "Clicked";
    case "flagged":
      return "Flagged";
    case "returned":
      return "Returned";
    case "aside":
      return "Set aside";
  }
}
