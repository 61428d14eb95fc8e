import { CATEGORIES, type CategoryKey } from "@/lib/standard/categories";
import type { Verdict } from "@/lib/standard/field";
import { type Agreement, agreement } from "@/lib/statistics/kappa";
import { type AuditLine, isJudged, type Said } from "../sample/view";
import type { Judged } from "./result";

/** The leads that one auditor has judged in every category, as they judged them. */
export function judgedBy(lines: readonly AuditLine[], personId: string): Judged[] {
  return lines.flatMap(({ machine, missing, said }) => {
    const mine = said.get(personId);
    return mine && isJudged(mine) ? [{ machine, missing, said: mine as Required<Said> }] : [];
  });
}

/** Where two auditors see one category of one lead otherwise. */
type Difference = { line: AuditLine; label: string; one: Verdict; other: Verdict };

/** How far two auditors agree: over all categories, category by category, and where they do not. */
export type AgreementReport = {
  all: Agreement;
  categories: (Agreement & { key: CategoryKey; label: string })[];
  differences: Difference[];
};

/** The agreement of two auditors over the leads that both have judged (A.2). */
export function agreementOf(
  lines: readonly AuditLine[],
  [one, other]: readonly [string, string],
): AgreementReport {
  const cells = lines.flatMap((line) =>
    CATEGORIES.flatMap(({ key, label }) => {
      const [first, second] = [line.said.get(one)?.[key], line.said.get(other)?.[key]];
      if (!first || !second) return [];
      return [{ line, key, label, one: first.verdict, other: second.verdict }];
    }),
  );
  const pairs = (of: typeof cells) => of.map((cell) => [cell.one, cell.other] as const);
  return {
    all: agreement(pairs(cells)),
    categories: CATEGORIES.map(({ key, label }) => ({
      key,
      label,
      ...agreement(pairs(cells.filter((cell) => cell.key === key))),
    })),
    differences: cells.filter((cell) => cell.one !== cell.other),
  };
}
