"use client";

import { useActionState, useRef, useState } from "react";
import { rejectLead } from "@/lib/handoff/actions";
import { REJECTION_REASONS, type RejectionReason } from "@/lib/handoff/outcome";
import type { FieldId } from "@/lib/standard/categories";
import { answerOf, formStateOf } from "../form/answer";
import { Choice } from "../form/choice";
import { Form } from "../form/form";
import { type FormState, untouched } from "../form/form-state";
import { Select } from "../form/select";
import { SubmitButton } from "../form/submit-button";
import { TextArea } from "../form/text-area";
import { Dialog } from "../ui/dialog";
import { useToast } from "../ui/toast";
import { sendOnCommandEnter } from "./command-enter";

/** What can be wrong about a contact: the fields of C1, as a rep calls them. */
const CONTACT_DATA: readonly { value: FieldId; label: string }[] = [
  { value: "C1.5", label: "Phone" },
  { value: "C1.4", label: "Email" },
  { value: "C1.6", label: "LinkedIn profile" },
  { value: "C1.1", label: "Name" },
  { value: "C1.2", label: "Job title" },
  { value: "C1.3", label: "Company" },
  { value: "C1.7", label: "Language or region" },
];

type RejectDialogProps = { handoffId: string; open: boolean; onClose: () => void };

/** Sends a lead back with a reason; words typed survive closing it (Q.5). */
export function RejectDialog({ handoffId, open, onClose }: RejectDialogProps) {
  const words = useRef("");
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title="Reject this lead"
      description="It goes back to marketing ops with your reason."
    >
      <RejectForm handoffId={handoffId} words={words} onDone={onClose} />
    </Dialog>
  );
}

type RejectFormProps = { handoffId: string; words: { current: string }; onDone: () => void };

function RejectForm({ handoffId, words, onDone }: RejectFormProps) {
  const { say } = useToast();
  const [reason, setReason] = useState<RejectionReason>();
  const [state, send] = useActionState(async (_: FormState, data: FormData) => {
    const answer = await answerOf(() =>
      rejectLead({
        handoffId,
        reason: data.get("reason") as RejectionReason,
        fieldId: (data.get("fieldId") ?? "") as FieldId | "",
        words: words.current,
      }),
    );
    if (!answer.ok) return formStateOf(answer);
    words.current = "";
    say({ text: "Sent back to marketing ops." });
    onDone();
    return untouched;
  }, untouched);
  return (
    <Form state={state} action={send}>
      <Choice<RejectionReason>
        name="reason"
        label="Why"
        options={REJECTION_REASONS}
        onChoose={setReason}
      />
      {reason === "wrong_contact_data" && (
        <Select
          name="fieldId"
          label="Which one is wrong"
          placeholder="Choose"
          options={CONTACT_DATA}
        />
      )}
      <TextArea
        name="words"
        label="In your words"
        optional={reason !== "other"}
        rows={3}
        defaultValue={words.current}
        onChange={(event) => {
          words.current = event.target.value;
        }}
        onKeyDown={sendOnCommandEnter}
      />
      <SubmitButton variant="danger" pendingLabel="Rejecting">
        Reject
      </SubmitButton>
    </Form>
  );
}
