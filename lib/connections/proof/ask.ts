import type { Answer, Provider, ProviderLookup } from "@/lib/enrichment/provider";
import { TEST_SUBJECT, type TestVerdict, testVerdict } from "./verdict";

/** Somebody waits for the answer, so a test waits no longer than this, whatever the lookup may take. */
const LIMIT_MS = 10_000;

/** Really asks a provider the test's question, once, and says in words what that showed (K.5). */
export async function askTest(provider: Provider): Promise<TestVerdict> {
  const [lookup] = provider.lookups;
  if (!lookup) return { works: null, words: "It has nothing that could be asked." };
  return testVerdict(await answerInTime(lookup));
}

async function answerInTime(lookup: ProviderLookup): Promise<Answer> {
  const limit = Math.min(lookup.timeLimitMs, LIMIT_MS);
  const signal = AbortSignal.timeout(limit);
  const words = `No answer came within ${limit / 1_000} seconds.`;
  const late = new Promise<Answer>((resolve) => {
    const end = () => resolve({ answer: "failed", cause: "time_limit", words });
    signal.addEventListener("abort", end, { once: true });
  });
  return Promise.race([lookup.ask(TEST_SUBJECT, signal), late]);
}
