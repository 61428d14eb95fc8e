import { retryOnce } from "../created-meanwhile";

/** SQLSTATE of a deadlock: the server chose one of two transactions to give way. */
const DEADLOCK = "40P01";
const TRIES = 3;

function isDeadlock(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && cause.code === DEADLOCK) return true;
  }
  return false;
}

/** Runs a transaction again where another one was in its way: nothing of the first try was kept. */
export async function againAfterConflict<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await retryOnce(work);
    } catch (error) {
      if (tries === TRIES || !isDeadlock(error)) throw error;
    }
  }
}
