import { CATEGORIES, type FieldId } from "@/lib/standard/categories";
import { type Level, SOURCES, type Source, type Trust } from "@/lib/standard/field";
import { fieldsOf } from "@/lib/standard/field-states";
import type { FillMode } from "@/lib/standard/fill-mode";
import type { Standard } from "@/lib/standard/standard";

/** How many leads have one and the same set of filled fields. */
export type FilledCount = { filled: number; leads: number };

/** How prevailing values of a field came to the leads looked at. */
export type Arrival = { fieldId: FieldId; source: Source; provider: string; leads: number };

/** When a field last arrived, and when half of its prevailing values had arrived already. */
type Freshness = { fieldId: FieldId; lastAt: Date; medianAt: Date | null };

/** A provider of the chain that may fill a field. */
export type Filler = { fieldId: FieldId; provider: string; mode: FillMode };

/** What the map is drawn from: all leads of the window, and some of them looked at closely. */
type Findings = {
  leads: number;
  filled: readonly FilledCount[];
  arrivals: readonly Arrival[];
  freshness: readonly Freshness[];
  fillers: readonly Filler[];
};

/** One field of the map (M.1). `share` is of the leads of the window, from 0 to 1; null where none is. */
export type FieldMapRow = {
  id: FieldId;
  label: string;
  category: string;
  level: Level;
  trust: Trust;
  /** The system it is to come from, as the standard in force says (D.1). */
  source: string;
  fillers: Filler[];
  leads: number;
  share: number | null;
  /** By what the prevailing values came, the most frequent first; shares of those that have one. */
  arrived: { by: string; share: number }[];
  lastAt: Date | null;
  /** Half of the prevailing values are older than this many seconds. */
  ageSeconds: number | null;
};

/** 'Website form', 'Clearbit', 'A person': by what a value came. */
function arrivedBy({ source, provider }: Arrival): string {
  const plain = source === "person" || provider === "" || provider === "Baton";
  return plain ? SOURCES[source] : provider;
}

function sharesOf(arrivals: readonly Arrival[]): FieldMapRow["arrived"] {
  const all = arrivals.reduce((sum, { leads }) => sum + leads, 0);
  return [...Map.groupBy(arrivals, arrivedBy)]
    .map(([by, those]) => ({ by, share: those.reduce((sum, one) => sum + one.leads, 0) / all }))
    .toSorted((one, other) => other.share - one.share || one.by.localeCompare(other.by));
}

/** How many leads have a value, by field. */
export function leadsByField(filled: readonly FilledCount[]): Map<FieldId, number> {
  const found = new Map<FieldId, number>();
  for (const { filled: bits, leads } of filled) {
    for (const id of fieldsOf(bits)) found.set(id, (found.get(id) ?? 0) + leads);
  }
  return found;
}

/** The map of every field of the checklist, in its order. */
export function fieldMap(standard: Standard, findings: Findings, now: Date): FieldMapRow[] {
  const { leads: total, freshness } = findings;
  const filled = leadsByField(findings.filled);
  const arrivals = Map.groupBy(findings.arrivals, ({ fieldId }) => fieldId);
  const fillers = Map.groupBy(findings.fillers, ({ fieldId }) => fieldId);
  return CATEGORIES.flatMap((category) =>
    category.fields.map((field): FieldMapRow => {
      const { id, label } = field;
      const { level, trust, source } = standard.requirements[id];
      const leads = filled.get(id) ?? 0;
      const fresh = freshness.find(({ fieldId }) => fieldId === id);
      return {
        id,
        label,
        category: category.label,
        level,
        trust,
        source,
        fillers: fillers.get(id) ?? [],
        leads,
        share: total === 0 ? null : leads / total,
        arrived: sharesOf(arrivals.get(id) ?? []),
        lastAt: fresh?.lastAt ?? null,
        ageSeconds: fresh?.medianAt ? (now.getTime() - fresh.medianAt.getTime()) / 1000 : null,
      };
    }),
  );
}
