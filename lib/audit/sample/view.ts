import type { CategoryKey, Completeness, FieldId } from "@/lib/standard/categories";
import { CATEGORY_KEYS } from "@/lib/standard/categories";
import type { StrataBy } from "../draw/strata-names";
import type { SwapReason } from "../draw/swap-reasons";
import type { Judgement } from "../judging/judgement";

/** Who judges a sample, and how far they are: leads with a verdict for every category. */
export type Seat = {
  personId: string;
  name: string;
  seat: number;
  judged: number;
  doneAt: Date | null;
};

/** An audit and how far it is. Its window holds what was routed from `from` to before `until`. */
export type AuditHead = {
  id: string;
  from: Date;
  until: Date;
  size: number;
  strata: StrataBy;
  seed: string;
  seedTyped: boolean;
  population: number;
  auditors: number;
  drawnBy: string;
  at: Date;
  swaps: number;
  seats: Seat[];
};

/** How a lead came in for another one. */
export type SwapView = {
  out: string;
  reason: SwapReason;
  words: string | null;
  by: string;
  at: Date;
};

/** What one person said of one lead, category by category. */
export type Said = Partial<Record<CategoryKey, Judgement>>;

/** One lead of a sample with the machine's verdicts and what it found missing. */
export type AuditLine = {
  id: string;
  place: number;
  leadId: string;
  handoffId: string;
  name: string;
  companyName: string;
  owner: string;
  routedAt: Date;
  stratum: string;
  machine: Completeness;
  missing: readonly FieldId[];
  /** How it came in, where it was not drawn at first; a place swapped twice has both, in order. */
  swaps: readonly SwapView[];
  /** By the auditor's id; only what the viewer may see by now. */
  said: ReadonlyMap<string, Said>;
};

/** True once everybody who was to judge has finished: only then is anything shown of the others. */
export const isDone = ({ seats, auditors }: Pick<AuditHead, "seats" | "auditors">): boolean =>
  seats.length === auditors && seats.every(({ doneAt }) => doneAt !== null);

/** True where a lead has a verdict for every category. */
export const isJudged = (said: Said | undefined): boolean =>
  said !== undefined && CATEGORY_KEYS.every((key) => said[key]);

/** The first lead that somebody has not judged yet, after a place and then from the beginning. */
export function nextOpen(lines: readonly AuditLine[], personId: string, after = 0) {
  const open = lines.filter(({ said }) => !isJudged(said.get(personId)));
  return open.find(({ place }) => place > after) ?? open[0];
}

/** Why the viewer cannot judge a sample, or null where they can. */
export function hindranceToJudge(head: AuditHead, personId: string): string | null {
  const mine = head.seats.find((seat) => seat.personId === personId);
  if (mine) return mine.doneAt ? "You have finished this audit. It stays as it is." : null;
  return head.seats.length < head.auditors ? null : "Somebody else judges this audit.";
}
