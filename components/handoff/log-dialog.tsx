"use client";

import { useActionState, useRef } from "react";
import { recordAttempt } from "@/lib/handoff/actions";
import {
  ATTEMPT_KINDS,
  ATTEMPT_RESULTS,
  type AttemptKind,
  type AttemptResult,
} from "@/lib/handoff/outcome";
import { answerOf, formStateOf } from "../form/answer";
import { Choice } from "../form/choice";
import { Form } from "../form/form";
import { type FormState, untouched } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";
import { TextArea } from "../form/text-area";
import { Dialog } from "../ui/dialog";
import { useToast } from "../ui/toast";
import { sendOnCommandEnter } from "./command-enter";

type LogDialogProps = {
  handoffId: string;
  /** How the rep is trying now; undefined while the dialog is closed. */
  kind: AttemptKind | undefined;
  onClose: () => void;
};

/** Logs an attempt: the first one stops the clock (Q.2). Words typed survive closing it. */
export function LogDialog({ handoffId, kind, onClose }: LogDialogProps) {
  const words = useRef("");
  return (
    <Dialog
      open={kind !== undefined}
      onOpenChange={(open) => !open && onClose()}
      title="Log an attempt"
      description="The first one stops the clock."
    >
      {kind && <LogForm handoffId={handoffId} kind={kind} words={words} onDone={onClose} />}
    </Dialog>
  );
}

type LogFormProps = {
  handoffId: string;
  kind: AttemptKind;
  words: { current: string };
  onDone: () => void;
};

function LogForm({ handoffId, kind, words, onDone }: LogFormProps) {
  const { say } = useToast();
  const [state, send] = useActionState(async (_: FormState, data: FormData) => {
    const answer = await answerOf(() =>
      recordAttempt({
        handoffId,
        kind: data.get("kind") as AttemptKind,
        result: data.get("result") as AttemptResult,
        words: words.current,
      }),
    );
    if (!answer.ok) return formStateOf(answer);
    words.current = "";
    say({ text: "Logged." });
    onDone();
    return untouched;
  }, untouched);
  return (
    <Form state={state} action={send}>
      <Choice name="result" label="What came of it" options={ATTEMPT_RESULTS} />
      <Choice name="kind" label="How" options={ATTEMPT_KINDS} initial={kind} />
      <TextArea
        name="words"
        label="In your words"
        optional
        rows={3}
        defaultValue={words.current}
        onChange={(event) => {
          words.current = event.target.value;
        }}
        onKeyDown={sendOnCommandEnter}
      />
      <SubmitButton pendingLabel="Saving">Save</SubmitButton>
    </Form>
  );
}
