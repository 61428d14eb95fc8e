import autocannon from "autocannon";

/** What one round asks, and how hard. */
export type Round = { url: string; paths: string[]; cookie?: string; seconds: number };
/** Answers a second of a round. */
export type Loaded = { perSecond: number; failed: number };

const CONNECTIONS = 8;

// A process of its own: what it does to ask is not to slow down what answers.
process.once("message", async ({ url, paths, cookie, seconds }: Round) => {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    headers: cookie ? { cookie } : {},
    requests: paths.map((path) => ({ method: "GET", path })),
  });
  const loaded: Loaded = {
    perSecond: result["2xx"] / result.duration,
    failed: result.errors + result.timeouts + result.non2xx,
  };
  process.send?.(loaded, () => process.exit(0));
});
