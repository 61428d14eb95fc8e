import type { FieldMapRow } from "@/lib/connections/field-map/field-map";
import { formatAge, formatExact, formatWait, type Reader } from "@/lib/platform/format";
import { formatPercent } from "@/lib/platform/format-number";
import { capitalised } from "@/lib/platform/shown-text";

/** A field of the map in words, ready to be printed. */
export type FieldMapLine = {
  id: string;
  label: string;
  /** 'Required, verified'. */
  asked: string;
  from: string;
  /** 'also Clearbit, ZoomInfo'; null where no provider may fill it. */
  also: string | null;
  /** '89%', or null where no lead could have it. */
  filled: string | null;
  share: number;
  arrived: string;
  last: string | null;
  lastExact: string | undefined;
  age: string | null;
  /** The fields of CRMs that it goes to: 'Salesforce: Title'. */
  to: string[];
};

/** How many ways of arriving are told; the rest is one word. */
const TOLD = 2;

function arrivedWords({ arrived }: FieldMapRow, locale: string): string {
  if (arrived.length === 1) return arrived[0]?.by ?? "";
  const told = arrived.slice(0, TOLD);
  const rest = arrived.slice(TOLD).reduce((sum, { share }) => sum + share, 0);
  return [...told, ...(rest > 0 ? [{ by: "others", share: rest }] : [])]
    .map(({ by, share }) => `${by} ${formatPercent(share, locale)}`)
    .join(", ");
}

/** A provider with two lookups that fill the field is named once. */
function alsoWords({ fillers }: FieldMapRow): string | null {
  const names = [...new Set(fillers.map(({ provider }) => provider))];
  return names.length > 0 ? names.join(", ") : null;
}

/** The targets of a field and of its parts, such as a name's. */
const targetsOf = (id: string, targets: ReadonlyMap<string, readonly string[]>) =>
  [...targets].flatMap(([from, to]) => (from === id || from.startsWith(`${id}.`) ? to : []));

/** `targets`: where values go, by the id of what goes. */
export function fieldMapLine(
  row: FieldMapRow,
  targets: ReadonlyMap<string, readonly string[]>,
  reader: Reader,
  now: Date,
): FieldMapLine {
  const { id, label, level, trust, source, share, lastAt, ageSeconds } = row;
  return {
    id,
    label,
    asked: `${capitalised(level)}${trust === "verified" ? ", verified" : ""}`,
    from: source,
    also: alsoWords(row),
    filled: share === null ? null : formatPercent(share, reader.locale),
    share: share ?? 0,
    arrived: arrivedWords(row, reader.locale),
    last: lastAt && formatAge(lastAt, now, reader),
    lastExact: lastAt ? formatExact(lastAt, reader) : undefined,
    age: ageSeconds === null ? null : formatWait(ageSeconds),
    to: targetsOf(id, targets),
  };
}
