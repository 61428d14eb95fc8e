import { useActionState } from "react";
import type { Outcome } from "@/lib/access/outcome";
import { answerOf, formStateOf } from "./answer";
import { type FormState, untouched } from "./form-state";

/**
 * What a form shows, and how it is sent: `ask` hands what was typed to an action, and `done` gets what
 * that answered. A refusal stays on the form.
 */
export function useSend<T>(
  ask: (data: FormData) => Promise<Outcome<T>>,
  done: (value: T, data: FormData) => void | Promise<void>,
) {
  return useActionState(async (_: FormState, data: FormData): Promise<FormState> => {
    const outcome = await answerOf(() => ask(data));
    if (!outcome.ok) return formStateOf(outcome);
    await done(outcome.value, data);
    return untouched;
  }, untouched);
}
