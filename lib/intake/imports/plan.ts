import { applyOverrides, fieldsOf, guessMapping, type MappedColumn } from "../csv/columns";
import type { CsvFile } from "../csv/csv-file";
import type { ImportTarget } from "../csv/synonyms";

export const IMPORT_TARGETS = ["leads", "activities", "outcomes"] as const;

/** What a file holds, and which column fills which field, each with the reason in words. */
export type ImportPlan = { target: ImportTarget; why: string; columns: MappedColumn[] };
type PlanAnswer = { ok: true; plan: ImportPlan } | { ok: false; reason: string };

/** What a person said beforehand; whatever they left open is guessed. */
export type Said = { target?: ImportTarget | undefined; overrides: readonly string[] };

/** Columns that people put in a list of persons, and never in a list of won deals. */
const PERSONAL = ["firstName", "lastName", "name", "jobTitle", "phone", "linkedinUrl"];

/** One of each group has to be filled, or no row of the file could be taken in. */
const NEEDED: Readonly<Record<ImportTarget, readonly (readonly string[])[]>> = {
  leads: [["email", "externalId"]],
  activities: [["leadEmail", "leadExternalId"], ["kind"], ["occurredAt"]],
  outcomes: [
    ["email", "externalId"],
    ["wonAt", "opportunityAt"],
  ],
};

/**
 * Plans an import: what the file holds and what its columns mean. A column or field that was said
 * and does not exist, or a field that has to be filled and is not, is refused by its name.
 */
export function planImport(
  { headers, sample }: Pick<CsvFile, "headers" | "sample">,
  { target: saidTarget, overrides }: Said,
): PlanAnswer {
  const guess = saidTarget
    ? { target: saidTarget, why: "as you said" }
    : guessTarget(headers, sample, overrides);
  const guessed = guessMapping(headers, sample, guess.target);
  const mapped = applyOverrides(guessed, overrides, guess.target);
  if (!mapped.ok) return mapped;
  const gap = gapOf(guess.target, mapped.columns);
  return gap
    ? { ok: false, reason: gap }
    : { ok: true, plan: { ...guess, columns: mapped.columns } };
}

/** Why a mapping cannot work, or null where it can. `called` is what a reader calls a field. */
export function gapOf(
  target: ImportTarget,
  columns: readonly MappedColumn[],
  called = (field: string) => field,
): string | null {
  const filled = new Set(columns.map(({ field }) => field));
  const open = NEEDED[target].find((group) => !group.some((field) => filled.has(field)));
  if (!open) return null;
  const names = open.map(called).join(" or ");
  return `No column is mapped to ${names}, and ${target} cannot be imported without it.`;
}

/** What a file holds, from the fields that its columns would fill. Leads, where nothing tells. */
export function guessTarget(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
  overrides: readonly string[] = [],
): { target: ImportTarget; why: string } {
  const said = overrides.map((override) => override.slice(override.lastIndexOf("=") + 1).trim());
  const possible = IMPORT_TARGETS.filter((target) =>
    said.every((field) => field === "" || fieldsOf(target).includes(field)),
  );
  const complete = (target: ImportTarget) => {
    const mapped = applyOverrides(guessMapping(headers, sample, target), overrides, target);
    return possible.includes(target) && mapped.ok && gapOf(target, mapped.columns) === null;
  };
  if (complete("activities"))
    return {
      target: "activities",
      why: "because each row says whose it is, what happened and when",
    };
  const persons = guessMapping(headers, sample, "leads").some(
    ({ field }) => field !== null && PERSONAL.includes(field),
  );
  if (complete("outcomes") && !persons)
    return { target: "outcomes", why: "because each row says who was won and when" };
  const target = possible.includes("leads") ? "leads" : (possible[0] ?? "leads");
  return {
    target,
    why: target === "leads" ? "because each row is a person" : "by the fields you named",
  };
}
