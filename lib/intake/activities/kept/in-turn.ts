/**
 * Waits for works of one transaction that were begun one after the other: the driver sends their first
 * statements without a wait between, and the database does them in that order. Where one fails, so do
 * those after it; all are waited for, since none may send anything once the transaction is over.
 */
export async function inTurn(works: readonly Promise<unknown>[]): Promise<void> {
  const ended = await Promise.allSettled(works);
  const failed = ended.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
}
