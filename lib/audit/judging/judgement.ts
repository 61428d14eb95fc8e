import type { CategoryKey, FieldId } from "@/lib/standard/categories";
import { VERDICTS, type Verdict } from "@/lib/standard/field";
import { categoryOf } from "@/lib/standard/standard";

/** What an auditor says of one category: the machine's verdict, or another one with its reason. */
export type Judgement = {
  category: CategoryKey;
  verdict: Verdict;
  fieldIds: readonly FieldId[];
  reason: string | null;
};

/** True where one verdict is worse than another: partial than complete, absent than partial. */
const isWorse = (one: Verdict, other: Verdict): boolean =>
  VERDICTS.indexOf(one) > VERDICTS.indexOf(other);

/** True where the machine says complete and a person does not (A.2). */
export const isFake = (machine: Verdict, person: Verdict): boolean =>
  machine === "complete" && person !== "complete";

/** What the machine says of a category of a handoff, and which fields it found missing in all of that. */
type Machine = { verdict: Verdict; missing: readonly FieldId[] };

/** The fields that a person names and the machine did not find missing. */
const moreFields = ({ fieldIds }: Judgement, { missing }: Machine) =>
  fieldIds.filter((fieldId) => !missing.includes(fieldId));

/** True where a person sees more, less or other than the machine. */
const isOtherwise = (judgement: Judgement, machine: Machine): boolean =>
  judgement.verdict !== machine.verdict || moreFields(judgement, machine).length > 0;

/** What is wrong with a judgement beside the machine's, and in which input; null where nothing is. */
export function unsound(
  judgement: Judgement,
  machine: Machine,
): { field: string; words: string } | null {
  if (!isOtherwise(judgement, machine)) return null;
  const { category, verdict, fieldIds, reason } = judgement;
  const { id } = categoryOf(category);
  if (fieldIds.some((fieldId) => !fieldId.startsWith(`${id}.`))) {
    return { field: "fieldIds", words: "Choose fields of this category." };
  }
  if (verdict === "complete" && moreFields(judgement, machine).length > 0) {
    return { field: "verdict", words: "You name what falls short: choose partial or absent." };
  }
  if (!reason) return { field: "reason", words: "Say in a few words why you see it otherwise." };
  // By field and author: worse than the machine says needs the fields that are to blame.
  if (isWorse(verdict, machine.verdict) && fieldIds.length === 0) {
    return { field: "fieldIds", words: "Choose the fields that fall short." };
  }
  return null;
}

/** An agreement with the machine names no fields of its own; what is said of it all the same is kept. */
export const settled = (judgement: Judgement, machine: Machine): Judgement =>
  isOtherwise(judgement, machine) ? judgement : { ...judgement, fieldIds: [] };
