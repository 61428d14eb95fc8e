import { sql } from "drizzle-orm";
import type { Viewer } from "@/lib/access/viewer";
import { missedBefore, readBack } from "../read-back";
import type { QueueView } from "../view";

/**
 * The gaps of a queue's statements, which are worded once for all who ask: whose list it is, of which
 * moment, and since when what nobody tried was missed, whatever its window was or where it was a usual one.
 */
export const GAP = {
  owner: sql.placeholder("owner"),
  at: sql.placeholder("at"),
  whatever: sql.placeholder("whatever"),
  usual: sql.placeholder("usual"),
};

/** The ends of a stretch that was read back, epoch milliseconds. */
export const stretchGap = (place: number) => ({
  from: sql.placeholder(`from_${place}`),
  until: sql.placeholder(`until_${place}`),
});

/** When a viewer's list is read. */
export type Moment = {
  /** It is one of the past: held still while one walks the list. */
  held: boolean;
  /** How many stretches of working time were read back from then on. */
  stretches: number;
  /** Whether the rep has worked long enough that something can have been missed for long. */
  missed: boolean;
  /** What tells the statements of two moments apart. */
  name: string;
  /** What fills the gaps. */
  filling: Record<string, string | number>;
};

/** When a view's list is read: at the moment it is held at, or now. */
export function momentOf(viewer: Viewer, { asOf }: Pick<QueueView, "asOf">, now: Date): Moment {
  const at = asOf ?? now;
  const held = asOf !== null;
  const work = readBack(viewer.calendar, at);
  const missed = missedBefore(work);
  const ends = work.flatMap(({ from, until }, place) => [
    [`from_${place}`, from],
    [`until_${place}`, until],
  ]);
  return {
    held,
    stretches: work.length,
    missed: missed !== null,
    name: `${held} ${work.length} ${missed !== null}`,
    filling: {
      owner: viewer.id,
      at: at.toISOString(),
      ...Object.fromEntries(ends),
      ...(missed && {
        whatever: missed.whatever.toISOString(),
        usual: missed.usual.toISOString(),
      }),
    },
  };
}
