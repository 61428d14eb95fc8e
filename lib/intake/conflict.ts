import { DEADLOCK, refusalOf } from "@/db/sql-state";
import { againWhereCreated } from "./created-meanwhile";

const TRIES = 3;

/** Runs a transaction again where another one was in its way: nothing of the first try was kept. */
export async function againAfterConflict<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await againWhereCreated(work);
    } catch (error) {
      if (tries === TRIES || refusalOf(error)?.code !== DEADLOCK) throw error;
    }
  }
}
