/** SQLSTATE classes by which the database refuses a row for what it holds, and what that means. */
const FAULTS: Readonly<Record<string, string>> = {
  "22": "holds a value that cannot be kept",
  "23": "contradicts what is known already",
  "54": "holds a value that is too long to be kept",
};

/**
 * Why the database refused a row, in words that a person can act on; null where the row is not to
 * blame (an outage, a defect of ours).
 */
export function rowFault(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = "code" in cause ? String(cause.code) : "";
    const fault = /^[0-9A-Z]{5}$/.test(code) ? FAULTS[code.slice(0, 2)] : undefined;
    if (fault) return fault;
  }
  return null;
}
