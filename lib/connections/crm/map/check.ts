import type { CrmField } from "../crm";
import type { MapEntry, MapFault } from "./entry";
import { fieldWords, misfit } from "./source";
import { sourceOf } from "./sources";

export type Checked = { entries: MapEntry[]; faults: MapFault[] };

/** Two values for one field would undo each other. */
function taken(entries: readonly Pick<MapEntry, "to">[], index: number): string | null {
  const first = entries.findIndex(({ to }) => to === entries[index]?.to);
  return first < index ? "is chosen twice" : null;
}

/** What the field was and what it is now, where that is why it does not fit any more. */
function changed(before: MapEntry["field"], now: CrmField, words: string): string {
  if (!before || before.type === now.type) return words;
  return `is ${fieldWords(now)} now; it was ${fieldWords(before)} when it was chosen`;
}

/** A map that a connection began with, without what this CRM has no place for: nobody chose that. */
export function withoutGuesses({ entries, faults }: Checked, before: readonly MapEntry[]): Checked {
  const guessed = (from: string, to: string) =>
    before.some((one) => one.from === from && one.to === to && one.field === null);
  const wrong = faults.filter(({ from, to }) => guessed(from, to));
  const isWrong = ({ from, to }: Pick<MapEntry, "from" | "to">) =>
    wrong.some((fault) => fault.from === from && fault.to === to);
  return {
    entries: entries.filter((entry) => !isWrong(entry)),
    faults: faults.filter((fault) => !isWrong(fault)),
  };
}

/**
 * Holds a map against the CRM's own description of its fields: each entry with what its field is,
 * and everything that stands in the way. `reserved` are fields that Baton writes by itself.
 */
export function checkMap(
  entries: readonly (Pick<MapEntry, "from" | "to"> & Partial<MapEntry>)[],
  fields: readonly CrmField[],
): Checked {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const faults: MapFault[] = [];
  const checked = entries.map(({ from, to, field: before = null }, index): MapEntry => {
    const field = byName.get(to);
    const source = sourceOf(from);
    const misses = field && source ? misfit(source, field) : "is not there";
    const words = misses && field ? changed(before, field, misses) : misses;
    const fault = taken(entries, index) ?? words;
    if (fault) faults.push({ from, to, words: fault });
    if (!field) return { from, to, field: before };
    const { kind, type, length } = field;
    return { from, to, field: fault ? before : { kind, type, length } };
  });
  return { entries: checked, faults };
}
