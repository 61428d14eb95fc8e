import { wasUnexpected } from "./commands";

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
