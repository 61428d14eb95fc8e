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

/** What is wrong with a judgement beside the machine's verdict, and in which input; null where nothing is. */
export function unsound(
  { category, verdict, fieldIds, reason }: Judgement,
  machine: Verdict,
): { field: string; words: string } | null {
  if (verdict === machine) return null;
  if (!reason) return { field: "reason", words: "Say in a few words why you see it otherwise." };
  const { id } = categoryOf(category);
  if (fieldIds.some((fieldId) => !fieldId.startsWith(`${id}.`))) {
    return { field: "fieldIds", words: "Choose fields of this category." };
  }
  // By field and author: worse than the machine says needs the fields that are to blame.
  if (isWorse(verdict, machine) && fieldIds.length === 0) {
    return { field: "fieldIds", words: "Choose the fields that fall short." };
  }
  return null;
}

/** An agreement with the machine needs no reason, and keeps none. */
export const settled = (judgement: Judgement, machine: Verdict): Judgement =>
  judgement.verdict === machine ? { ...judgement, fieldIds: [], reason: null } : judgement;
