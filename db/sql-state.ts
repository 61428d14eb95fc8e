/** SQLSTATE of a row that is there already. */
export const UNIQUE_VIOLATION = "23505";
/** SQLSTATE of a row that a check refuses, or that no partition takes. */
export const CHECK_VIOLATION = "23514";
/** SQLSTATE of a table that is not there. */
export const UNDEFINED_TABLE = "42P01";
/** SQLSTATE of a deadlock: the server chose one of two transactions to give way. */
export const DEADLOCK = "40P01";

/** What the server refused a statement for, and the table where it names one; null where it did not. */
export function refusalOf(error: unknown): { code: string; table: string | undefined } | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (!("code" in cause) || typeof cause.code !== "string") continue;
    const table = "table_name" in cause ? String(cause.table_name) : undefined;
    return { code: cause.code, table };
  }
  return null;
}
