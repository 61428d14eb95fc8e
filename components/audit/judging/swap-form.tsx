"use client";

import { swap } from "@/lib/audit/draw/actions";
import { LONGEST_SWAP_WORDS, SWAP_REASONS, type SwapReason } from "@/lib/audit/draw/swap-reasons";
import { Choice } from "../../form/choice";
import { Form } from "../../form/form";
import { SubmitButton } from "../../form/submit-button";
import { TextInput } from "../../form/text-input";
import { typed } from "../../form/typed";
import { useSend } from "../../form/use-send";

type SwapFormProps = { lineId: string; onDone: () => void };

/** Takes a lead out of a sample, for a reason; the seed chooses the one that comes in (A.1). */
export function SwapForm({ lineId, onDone }: SwapFormProps) {
  const [state, send] = useSend((data) => {
    const reason = data.get("reason") as SwapReason;
    const words = typed(data, "words");
    return swap({ lineId, reason, words });
  }, onDone);
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
