/**
 * Works on items so many side by side, and hands what is done over in groups: as soon as the group
 * before is kept, whatever is done by then. So fast items are kept many at a time, and none waits
 * for a slow one. Rejects with the first failure of `work` or of `keep`, once everything has ended.
 */
export async function inGroups<T, R>(
  items: readonly T[],
  { sideBySide, atMost }: { sideBySide: number; atMost: number },
  work: (item: T) => Promise<R>,
  keep: (group: R[]) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const done: R[] = [];
  let keeping = Promise.resolve();
  const keepDone = async () => {
    while (done.length > 0) await keep(done.splice(0, atMost));
  };
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      done.push(await work(item));
      keeping = keeping.then(keepDone);
      // Told at the end; until then it must not count as a rejection that nobody heeds.
      keeping.catch(() => {});
    }
  };
  const lanes = Array.from({ length: Math.min(sideBySide, items.length) }, lane);
  const ended = await Promise.allSettled(lanes);
  await keeping;
  const failed = ended.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
}
