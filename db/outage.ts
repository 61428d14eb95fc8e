/**
 * SQLSTATE classes and codes by which the server says 'not now': connection lost (08), no room
 * (53), shutting down or cancelled (57), a deadlock or conflict that was retried in vain (40), and a
 * lock that did not come free in time (55P03).
 */
const NOT_NOW = /^(?:(?:08|53|57|40)[0-9A-Z]{3}|55P03)$/;
/** The driver's own codes. */
const DRIVER = /^CONNECT(ION)?_/;

const NAMES = new Set(["TransactionLost", "TimeoutError", "PoolBusy"]);

/** True where the database did not answer: trying again later helps, changing the request does not. */
export function isOutage(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = "code" in cause ? String(cause.code) : "";
    if (NOT_NOW.test(code) || DRIVER.test(code) || "syscall" in cause) return true;
    if (NAMES.has(cause.name)) return true;
  }
  return false;
}
