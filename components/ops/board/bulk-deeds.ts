import type { Outcome } from "@/lib/access/outcome";
import { retryMany } from "@/lib/documentation/actions";
import {
  flagMany,
  settleManyDoubts,
  undoManyDoubts,
  unflagMany,
} from "@/lib/documentation/bulk/actions";
import { claimMany, releaseMany } from "@/lib/documentation/claims/actions";
import { bringManyBack, setManyAside } from "@/lib/gate/aside/actions";
import { BULK_DEEDS, type BulkDeed } from "./bulk-words";

type Changed = { leadIds: string[]; left: number };

/** What a deed did, and how it is taken back; null where it cannot be. */
export type Deed = Changed & { undo: (() => Promise<Outcome<Changed>>) | null };

async function undoable<T extends Changed>(
  deed: Promise<Outcome<T>>,
  undo: ((value: T) => Promise<Outcome<Changed>>) | null,
): Promise<Outcome<Deed>> {
  const outcome = await deed;
  if (!outcome.ok) return outcome;
  const { value } = outcome;
  const { leadIds, left } = value;
  return { ok: true, value: { leadIds, left, undo: undo && (() => undo(value)) } };
}

/** Does a deed to leads; `text` is the flag, where it is one. */
export function doDeed(deed: BulkDeed, leadIds: string[], text: string): Promise<Outcome<Deed>> {
  switch (deed) {
    case "retry":
      return undoable(retryMany({ leadIds }), null);
    case "bringBack":
      return undoable(bringManyBack({ leadIds }), null);
    case "claim":
      return undoable(claimMany({ leadIds }), ({ leadIds: ids }) => releaseMany({ leadIds: ids }));
    case "release":
      return undoable(releaseMany({ leadIds }), ({ leadIds: ids }) => claimMany({ leadIds: ids }));
    case "flag":
      return undoable(flagMany({ leadIds, text }), ({ noteIds }) => unflagMany({ noteIds }));
    case "test":
    case "noLead": {
      const { reason } = BULK_DEEDS[deed];
      const back = ({ leadIds: ids }: Changed) => bringManyBack({ leadIds: ids });
      return undoable(setManyAside({ leadIds, reason }), back);
    }
    case "trust":
    case "distrust": {
      const counts = deed === "trust";
      return undoable(settleManyDoubts({ leadIds, counts }), ({ leadIds: ids, activityIds }) =>
        undoManyDoubts({ leadIds: ids, activityIds }),
      );
    }
  }
}
