"use client";

import { useActionState } from "react";
import { swap } from "@/lib/audit/draw/actions";
import { LONGEST_SWAP_WORDS, SWAP_REASONS, type SwapReason } from "@/lib/audit/draw/swap-reasons";
import { answerOf, formStateOf } from "../../form/answer";
import { Choice } from "../../form/choice";
import { Form } from "../../form/form";
import { type FormState, untouched } from "../../form/form-state";
import { SubmitButton } from "../../form/submit-button";
import { TextInput } from "../../form/text-input";

type SwapFormProps = { lineId: string; onDone: () => void };

/** Takes a lead out of a sample, for a reason; the seed chooses the one that comes in (A.1). */
export function SwapForm({ lineId, onDone }: SwapFormProps) {
  const [state, send] = useActionState(async (_: FormState, data: FormData) => {
    const reason = data.get("reason") as SwapReason;
    const words = String(data.get("words") ?? "");
    const answer = await answerOf(() => swap({ lineId, reason, words }));
    if (!answer.ok) return formStateOf(answer);
    onDone();
    return untouched;
  }, untouched);
  return (
    <Form state={state} action={send}>
      <Choice<SwapReason> name="reason" label="Why it leaves" options={SWAP_REASONS} />
      <TextInput
        name="words"
        label="In your words"
        optional
        autoComplete="off"
        maxLength={LONGEST_SWAP_WORDS}
      />
      <SubmitButton pendingLabel="Swapping">Swap the lead</SubmitButton>
    </Form>
  );
}
