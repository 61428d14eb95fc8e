import { CHECK_VIOLATION, refusalOf, UNIQUE_VIOLATION } from "@/db/sql-state";

/**
 * How messages are kept: as new ones of months that are open, which nearly all are, or each looked up
 * before. To look up what is not there costs as much as to write it.
 */
export type Keeping = "as new" | "looked up";

/** Keeps messages as new; where one was not, nothing was kept, and each is looked up. */
export async function keepingAsNew<T>(transact: (keeping: Keeping) => Promise<T>): Promise<T> {
  try {
    return await transact("as new");
  } catch (error) {
    if (wasUnexpected(error)) return transact("looked up");
    throw error;
  }
}

/** Whether keeping failed because a message was here before, or because it opens a month. */
function wasUnexpected(error: unknown): boolean {
  const refusal = refusalOf(error);
  if (refusal?.code === UNIQUE_VIOLATION) return refusal.table === "activity_receipt";
  return refusal?.code === CHECK_VIOLATION && refusal.table === "activity";
}
