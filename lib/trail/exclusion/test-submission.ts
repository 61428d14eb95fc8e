import { answers } from "./answers";
import type { ExclusionRule } from "./rule";

/** `test@`, `test2+1@`, `ana+test@` and `ana+qa-3@` are how people mark a mailbox that they try things with. */
const TEST_MAILBOX = /^(test(ing)?\d*(\+[^@]*)?|[^@]+\+(test|testing|qa)[\d._-]*)@/;

/** X.3: a form that somebody filled in to see whether it works, or a lead made to try things with. */
export const testSubmission = {
  id: "test_submission",
  label: () => "Test submissions",
  why: "A field holds a test word such as 'asdf', or the address is a test mailbox such as ana+test@.",
  judge(_activities, settings) {
    if (settings.leadEmail && TEST_MAILBOX.test(settings.leadEmail.toLowerCase())) {
      return () => true;
    }
    const words = new Set(settings.testWords.map((word) => word.trim().toLowerCase()));
    return (activity) =>
      answers(activity).some(({ text }) => words.has(text) || TEST_MAILBOX.test(text));
  },
} as const satisfies ExclusionRule;
