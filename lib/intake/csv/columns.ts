import { emailAddress } from "../emails/email";
import { linkedinProfile } from "../linkedin";
import { folded } from "../text/folded";
import { type ImportTarget, SYNONYMS } from "./synonyms";

/** What becomes of one column: the field it fills, or null for none, and why in words. */
export type MappedColumn = { header: string; field: string | null; why: string };

type MappingAnswer = { ok: true; columns: MappedColumn[] } | { ok: false; reason: string };

const UNKNOWN = "no field goes by this name";
/** Share of the sampled cells that must look alike before a column's content names its field. */
const ALIKE = 0.8;

/** The fields that a file of this kind can fill, in the contract's words. */
export const fieldsOf = (target: ImportTarget): string[] => [...SYNONYMS[target].keys()];

/**
 * Guesses which column fills which field: by the column's name in the words of people and of MAP
 * exports, then by what its cells look like. A field is filled by one column only.
 */
export function guessMapping(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
  target: ImportTarget,
): MappedColumn[] {
  const byName = namedColumns(headers, target);
  const columns = headers.map((header, index): MappedColumn => {
    const field = byName.get(index);
    return field
      ? { header, field, why: `its name means ${field}` }
      : { header, field: null, why: UNKNOWN };
  });
  for (const [index, column] of columns.entries()) {
    const seen = column.field
      ? null
      : looksLike(
          sample.map((cells) => cells[index] ?? ""),
          target,
        );
    if (!seen || columns.some(({ field }) => field === seen)) continue;
    columns[index] = { ...column, field: seen, why: `its cells look like ${seen}` };
  }
  return columns;
}

/** For each field the column whose name stands first among the field's names. */
function namedColumns(headers: readonly string[], target: ImportTarget): Map<number, string> {
  const taken = new Map<number, string>();
  const names = headers.map(folded);
  const claims = [...SYNONYMS[target]].flatMap(([field, synonyms]) =>
    names.map((name, index) => ({ field, index, rank: synonyms.indexOf(name) })),
  );
  const sorted = claims.filter(({ rank }) => rank >= 0).sort((one, other) => one.rank - other.rank);
  for (const { field, index } of sorted)
    if (!taken.has(index) && ![...taken.values()].includes(field)) taken.set(index, field);
  return taken;
}

function looksLike(cells: string[], target: ImportTarget): string | null {
  const given = cells.filter((cell) => cell.trim() !== "");
  const share = (test: (cell: string) => boolean) => given.filter(test).length / given.length;
  if (given.length === 0) return null;
  if (share((cell) => emailAddress(cell).ok) >= ALIKE)
    return target === "activities" ? "leadEmail" : "email";
  if (target === "leads" && share((cell) => linkedinProfile(cell).ok) >= ALIKE)
    return "linkedinUrl";
  return null;
}

/**
 * The mapping with what a person said (`mql_id=externalId`; `mql_id=` leaves the column out) put
 * over what was guessed. A column or field that does not exist is refused by its name.
 */
export function applyOverrides(
  columns: readonly MappedColumn[],
  overrides: readonly string[],
  target: ImportTarget,
): MappingAnswer {
  const fields = fieldsOf(target);
  const said = new Map<string, string | null>();
  for (const override of overrides) {
    const at = override.lastIndexOf("=");
    const [name, field] = [override.slice(0, at).trim(), override.slice(at + 1).trim()];
    if (at < 1) return refuse(`Write a mapping as COLUMN=FIELD, not '${override}'.`);
    const header = headerNamed(columns, name);
    if (!header)
      return refuse(
        `There is no column '${name}'. The columns are: ${list(columns.map((column) => column.header))}.`,
      );
    if (field && !fields.includes(field))
      return refuse(`There is no field '${field}'. The fields are: ${list(fields)}.`);
    if (field && [...said.values()].includes(field))
      return refuse(`Two columns are mapped to '${field}'. Leave one out.`);
    said.set(header, field || null);
  }
  const taken = new Set(said.values());
  return { ok: true, columns: columns.map((column) => decided(column, said, taken)) };
}

function decided(
  column: MappedColumn,
  said: Map<string, string | null>,
  taken: Set<string | null>,
): MappedColumn {
  const { header, field } = column;
  const own = said.get(header);
  if (own !== undefined)
    return { header, field: own, why: own ? "as you said" : "left out as you said" };
  const yields = field !== null && taken.has(field);
  return yields ? { header, field: null, why: `another column is ${field}` } : column;
}

/** The header as written, else without regard to case. */
function headerNamed(columns: readonly MappedColumn[], name: string): string | undefined {
  const exact = columns.find(({ header }) => header === name.normalize("NFC"));
  return (exact ?? columns.find(({ header }) => header.toLowerCase() === name.toLowerCase()))
    ?.header;
}

const refuse = (reason: string): MappingAnswer => ({ ok: false, reason });
const list = (words: string[]) =>
  words.length > 30
    ? `${words.slice(0, 30).join(", ")} and ${words.length - 30} more`
    : words.join(", ");
