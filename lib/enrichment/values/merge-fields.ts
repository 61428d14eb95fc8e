import type { FieldId, FieldValues } from "@/lib/standard/categories";
import type { FieldValue } from "@/lib/standard/field";
import type { FillMode } from "@/lib/standard/fill-mode";
import { withRegion } from "@/lib/standard/values/own-language";
import { prevailing, type StoredValue } from "@/lib/standard/values/prevailing";
import { asSaidWrong, inKeyOrder, wrongnessOf } from "@/lib/standard/values/said-wrong";

/** A row of the lead's values as it is to be written. */
export type FieldRow = StoredValue & { prevails: boolean };

/** Values that one source gives; a provider's with how they may stand against others. */
export type Arriving = Partial<Record<FieldId, FieldValue & { mode?: FillMode }>>;

const sameSource = (one: StoredValue, other: StoredValue) =>
  one.fieldId === other.fieldId &&
  one.source === other.source &&
  (one.provider ?? "") === (other.provider ?? "");

/** What a value says, without when it was obtained: the same again is no change. */
function meaning({ value, verified, notObtainable, detail, mode }: StoredValue): string {
  const content = [inKeyOrder(value), inKeyOrder(detail ?? null)];
  return JSON.stringify([...content, verified, notObtainable ?? null, mode ?? null]);
}

/**
 * Two runs may write in another order than they asked, and an event may come late or again: what the
 * same source said before stays out.
 */
const isOutdated = (arrived: StoredValue, before: StoredValue) =>
  arrived.obtainedAt < before.obtainedAt;

/** What was said to be wrong stays known when the source says something else. */
const remembered = (before: StoredValue | undefined) =>
  before?.wrongValues ? { wrongValues: before.wrongValues } : {};

/** What others than the lead itself say of a field, the best of it. */
const othersSay = (values: readonly StoredValue[]) =>
  prevailing(values.filter(({ source }) => source !== "form"));

/**
 * What must be written where new values meet the stored ones: the values that say something new,
 * and of their fields every row whose `prevails` turns. Empty where nothing changes.
 */
export function mergeFields(
  stored: readonly FieldRow[],
  arriving: Arriving,
): { rows: FieldRow[]; changed: FieldId[] } {
  const changed: FieldId[] = [];
  const rows: FieldRow[] = [];
  for (const [id, value] of Object.entries(arriving)) {
    const fieldId = id as FieldId;
    const ofField = stored.filter((row) => row.fieldId === fieldId);
    const before = ofField.find((row) => sameSource(row, { ...value, fieldId }));
    const beside = ofField.filter((row) => row !== before);
    const given: StoredValue = { ...value, fieldId, ...remembered(before) };
    const arrived = withRegion(given, othersSay([...beside, given]));
    if (before && (meaning(before) === meaning(arrived) || isOutdated(arrived, before))) continue;
    changed.push(fieldId);
    const known = othersSay([...beside, arrived]);
    const others = beside.map((row) => ({ row, now: withRegion(row, known) }));
    const winner = prevailing<StoredValue>([...others.map(({ now }) => now), arrived]);
    rows.push({ ...arrived, prevails: winner === arrived });
    for (const { row, now } of others) {
      const prevails = now === winner;
      if (now !== row || row.prevails !== prevails) rows.push({ ...now, prevails });
    }
  }
  // A row that loses its place is written before the one that takes it: the index allows one.
  return { rows: rows.toSorted((a, b) => Number(a.prevails) - Number(b.prevails)), changed };
}

/** The rows of one field with which of them prevails by now, losers first: the index allows one. */
export function withPrevailing(ofField: readonly FieldRow[]): FieldRow[] {
  const winner = prevailing(ofField);
  const rows = ofField.map((row): FieldRow => ({ ...row, prevails: row === winner }));
  return rows.toSorted((a, b) => Number(a.prevails) - Number(b.prevails));
}

/** Stored rows as they are once others have been written. */
export function withWritten(stored: readonly FieldRow[], written: readonly FieldRow[]): FieldRow[] {
  const kept = stored.filter((row) => !written.some((other) => sameSource(row, other)));
  return [...kept, ...written];
}

/** `mergeFields` for several arrivals, each meeting what those before it left. */
export function mergeInTurn(
  stored: readonly FieldRow[],
  arrivals: readonly Arriving[],
): FieldRow[] {
  let now = [...stored];
  let written: FieldRow[] = [];
  for (const arriving of arrivals) {
    const { rows } = mergeFields(now, arriving);
    now = withWritten(now, rows);
    written = withWritten(written, rows);
  }
  return written.toSorted((a, b) => Number(a.prevails) - Number(b.prevails));
}

/** The prevailing ones of stored rows, as the rules read them. */
export function prevailingOf(rows: readonly FieldRow[]): FieldValues {
  const fields: FieldValues = {};
  for (const { prevails, fieldId, mode, wrongValues, ...value } of rows) {
    if (prevails) fields[fieldId] = value;
  }
  return fields;
}

/**
 * `prevailingOf`, and of fields that have no value to go by the newest one that was said to be
 * wrong, as such (Q.5).
 */
export function standingOf(rows: readonly FieldRow[]): FieldValues {
  const wrong: FieldValues = {};
  for (const row of rows.toSorted((one, other) => one.obtainedAt.localeCompare(other.obtainedAt))) {
    const said = wrongnessOf(
      row,
      rows.filter(({ fieldId }) => fieldId === row.fieldId),
    );
    if (said) wrong[row.fieldId] = asSaidWrong(row, said);
  }
  return { ...wrong, ...prevailingOf(rows) };
}
