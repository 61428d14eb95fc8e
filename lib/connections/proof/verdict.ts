import type { Answer, FailureCause, Subject } from "@/lib/enrichment/provider";
import { isChannel, isCrm, isSource, type System } from "../systems";

/** What a test of a connection showed. `works` is null where the system was not really asked. */
export type TestVerdict = {
  works: boolean | null;
  words: string;
  cause?: FailureCause;
  advice?: string;
};

/**
 * The question of a test: nobody's address, in a domain that belongs to nobody (RFC 2606). A match
 * is not to be expected, so that little or nothing is paid; that it is answered proves the key.
 */
export const TEST_SUBJECT: Subject = {
  email: "valid@example.com",
  domain: "example.com",
  companyName: "Example",
  fullName: "Example Person",
  linkedin: null,
};

const WRONG: Readonly<Record<FailureCause, { words: string; advice: string }>> = {
  unauthorised: { words: "The key is not accepted", advice: "Replace the secret." },
  out_of_credits: {
    words: "The account has no credits left",
    advice: "Buy credits, then test again.",
  },
  rate_limited: { words: "It is asked too often", advice: "Test again in a few minutes." },
  time_limit: {
    words: "It did not answer in time",
    advice: "Test again; if it stays so, look at its status page.",
  },
  unreachable: {
    words: "It cannot be reached",
    advice: "Check the address, and whether this server may call out.",
  },
  refused: { words: "It refuses the question", advice: "Check the settings." },
  unreadable: { words: "Its answer cannot be read", advice: "Check the address." },
  broken: { words: "It reports a fault of its own", advice: "Test again later." },
};

/** The cause of a failure as a short sentence without its full stop. */
export const causeWords = (cause: FailureCause): string => WRONG[cause].words;

/** What an answer to the test's question says about the connection, in words. */
export function testVerdict(answer: Answer): TestVerdict {
  switch (answer.answer) {
    case "failed": {
      const { words, advice } = WRONG[answer.cause];
      return { works: false, words: `${words}. ${answer.words}`, cause: answer.cause, advice };
    }
    case "found":
    case "no_match":
      return { works: true, words: "It accepts the key and answers." };
    case "later":
      return { works: true, words: "It accepts the key, and works on an answer." };
    default:
      return { works: null, words: answer.words };
  }
}

/** What an answer to the test says of a system: one that is asked, or one that tells people. */
export function verdictOn(system: System, answer: Answer): TestVerdict {
  const verdict = testVerdict(answer);
  if (isCrm(system)) return crmVerdict(verdict, answer);
  if (isSource(system)) return readVerdict(verdict, answer);
  if (!isChannel(system)) return verdict;
  if (answer.answer === "failed") return { ...verdict, words: answer.words.replace(/\.$/, "") };
  const words = system.readers === "a room" ? "It took a test message." : "It took a test mail.";
  return { ...verdict, words };
}

/** What a CRM lacks is told in its own sentences. */
function crmVerdict(verdict: TestVerdict, answer: Answer): TestVerdict {
  if (answer.answer !== "failed")
    return { ...verdict, words: "It takes leads and notes, and tells the CRM match." };
  if (answer.cause !== "refused") return verdict;
  return { works: false, words: answer.words, cause: answer.cause };
}

/** Of a system that is read, what may not be read is told in its own sentences. */
function readVerdict(verdict: TestVerdict, answer: Answer): TestVerdict {
  if (answer.answer !== "failed") return { ...verdict, words: answer.words };
  if (answer.cause !== "refused") return verdict;
  return { works: false, words: answer.words, cause: answer.cause };
}
