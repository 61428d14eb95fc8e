/** Milliseconds of the fastest of some runs: whatever else the machine does takes time from the others. */
export function bestTime(runs: number, work: () => void): number {
  const once = () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  };
  return Math.min(...Array.from({ length: runs }, once));
}
