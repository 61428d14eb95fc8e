import { MINUTE } from "@/lib/platform/durations";
import type { Json } from "@/lib/standard/field";
import type { NotWritten } from "../crm";

/**
 * Where reading one list of a CRM has come to: what bears an earlier stamp than `since` was seen. A
 * mass change is more than one reading takes: `cut` says where the next one goes on (`at`, in the
 * words of the CRM), and when the first of these readings began by the CRM's own clock (`began`).
 * Both moments are in ISO 8601.
 */
export type Mark = { since: string; cut?: { began: string; at: Json } };
export type Marks = { readonly [list: string]: Mark };

/** What one reading of a list found, and where it has come to; `broke`: why it ended early. */
export type ListRead<R> = { rows: R[]; mark: Mark; broke?: NotWritten | undefined };

/** What commits late, or a search learns late, bears an earlier stamp. */
const OVERLAP_MS = 5 * MINUTE;

/** Where a list is, or where all of them were before there were marks. */
export const markOf = (marks: Marks, list: string, since: Date): Mark =>
  marks[list] ?? { since: since.toISOString() };

/** From when on a list is read that was not cut off: some minutes once more, which changes nothing twice. */
export const startOf = ({ since }: Mark): Date => new Date(Date.parse(since) - OVERLAP_MS);

/**
 * The mark of a list that was read to its end, of which the last is of `until`. What was late when
 * readings began that were cut off may stand before where they came past, so the next one begins there.
 */
export function caughtUp({ since, cut }: Mark, until: Date): Mark {
  const end = cut ? Math.min(Date.parse(cut.began), until.getTime()) : until.getTime();
  return { since: new Date(Math.max(Date.parse(since), end)).toISOString() };
}

/** The mark of a list that goes on at `at`; `began` counts where it was not cut off before. */
export const cutOff = ({ since, cut }: Mark, began: Date, at: Json): Mark => ({
  since,
  cut: { began: cut?.began ?? began.toISOString(), at },
});

/** Until when everything was read, of all lists. */
export const readUntilOf = (marks: Marks, since: Date): Date => {
  const ends = Object.values(marks).map((mark) => Date.parse(mark.since));
  return ends.length > 0 ? new Date(Math.min(...ends)) : since;
};

/** So long lists are read; the rest of the time is for what is asked of what they brought. */
const LISTS_MS = 40_000;

/** The time limit of reading lists, inside that of the whole reading. */
export const whileListing = (signal: AbortSignal): AbortSignal =>
  AbortSignal.any([signal, AbortSignal.timeout(LISTS_MS)]);
