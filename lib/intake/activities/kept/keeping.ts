import { CHECK_VIOLATION, refusalOf, UNIQUE_VIOLATION } from "@/db/sql-state";

/**
 * How messages are kept: as new ones of months that are open and of leads that were there before, which
 * nearly all are, or each looked up before. To look up what is not there costs as much as to write it.
 */
export type Keeping = "as new" | "looked up";

/** Leads were removed since some of them were found, so that each is to be looked up. */
export class LeadsRemoved extends Error {}

/** Keeps messages as new; where one was not, nothing was kept, and each is looked up. */
export async function keepingAsNew<T>(transact: (keeping: Keeping) => Promise<T>): Promise<T> {
  try {
    return await transact("as new");
  } catch (error) {
    if (wasUnexpected(error)) return transact("looked up");
    throw error;
  }
}

/** Whether keeping failed because a message was here before, opens a month, or leads were removed. */
function wasUnexpected(error: unknown): boolean {
  if (error instanceof LeadsRemoved) return true;
  const refusal = refusalOf(error);
  if (refusal?.code === UNIQUE_VIOLATION) return refusal.table === "activity_receipt";
  return refusal?.code === CHECK_VIOLATION && refusal.table === "activity";
}
