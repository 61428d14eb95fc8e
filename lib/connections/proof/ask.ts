import type { Answer, Provider } from "@/lib/enrichment/provider";
import { TEST_SUBJECT } from "./verdict";

/** Somebody waits for the answer, so a test waits no longer than this, whatever the lookup may take. */
const LIMIT_MS = 10_000;

/** Really asks a provider the test's question, once (K.5). What comes too late is a failure. */
export async function askTest({ lookups: [lookup] }: Provider): Promise<Answer> {
  if (!lookup) return { answer: "skipped", words: "It has nothing that could be asked." };
  const limit = Math.min(lookup.timeLimitMs, LIMIT_MS);
  const signal = AbortSignal.timeout(limit);
  const words = `No answer came within ${limit / 1_000} seconds.`;
  const late = new Promise<Answer>((resolve) => {
    const end = () => resolve({ answer: "failed", cause: "time_limit", words });
    signal.addEventListener("abort", end, { once: true });
  });
  return Promise.race([lookup.ask(TEST_SUBJECT, signal), late]);
}
