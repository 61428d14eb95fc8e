import type { ScoreEntry } from "../score-entry";

/** A row of the ledger as it is stored. */
export type StoredEntry = ScoreEntry & { activityCount: number; modelVersion: number };

/** The rows to write, and those that are no more. */
export type LedgerChange = {
  changed: StoredEntry[];
  gone: Pick<StoredEntry, "group" | "rule">[];
};

/** The activities that a row names, the newest; a page read ten thousand times is still one row. */
const NAMED_ACTIVITIES = 200;

const key = ({ group, rule }: Pick<StoredEntry, "group" | "rule">) => `${group} ${rule}`;

function isSame(a: StoredEntry, b: StoredEntry): boolean {
  return (
    a.points === b.points &&
    a.label === b.label &&
    a.modelVersion === b.modelVersion &&
    a.activityCount === b.activityCount &&
    a.activityIds.length === b.activityIds.length &&
    a.activityIds.every((id, index) => id === b.activityIds[index])
  );
}

/** What has to be written so that a stored ledger says what the score's entries say. */
export function ledgerChange(
  known: readonly StoredEntry[],
  entries: readonly ScoreEntry[],
  modelVersion: number,
): LedgerChange {
  const before = new Map(known.map((one) => [key(one), one]));
  const wanted = entries.map(
    ({ activityIds, ...entry }): StoredEntry => ({
      ...entry,
      activityIds: activityIds.slice(-NAMED_ACTIVITIES),
      activityCount: activityIds.length,
      modelVersion,
    }),
  );
  const kept = new Set(wanted.map(key));
  return {
    changed: wanted.filter((one) => {
      const was = before.get(key(one));
      return !was || !isSame(was, one);
    }),
    gone: known.filter((one) => !kept.has(key(one))).map(({ group, rule }) => ({ group, rule })),
  };
}
