"use client";

import { type KeyboardEvent, useState } from "react";
import { rejectLead } from "@/lib/handoff/actions";
import { REJECTION_REASONS, type RejectionReason } from "@/lib/handoff/outcome";
import { ASKED_OF, WRONG_FIELDS } from "@/lib/handoff/wrong/fields";
import type { FieldId } from "@/lib/standard/categories";
import { Choice } from "../form/choice";
import { Form } from "../form/form";
import { Select } from "../form/select";
import { SubmitButton } from "../form/submit-button";
import { TextArea } from "../form/text-area";
import { typed } from "../form/typed";
import { useSend } from "../form/use-send";
import { keyOf } from "../shell/shortcut-key";
import { Dialog } from "../ui/dialog";
import { sendOnCommandEnter } from "./command-enter";
import { keepWords, keptWords } from "./kept-words";

type RejectDialogProps = {
  handoffId: string;
  open: boolean;
  onClose: () => void;
  /** Once it went back; with the words, should it be taken back, and whether all of them were sent. */
  onRejected: (words: string, wasSent: boolean) => void;
};

/** Sends a lead back with a reason (Q.5). Words are kept until they are saved, whatever happens. */
export function RejectDialog({ open, onClose, ...rest }: RejectDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title="Reject this lead"
      description="It goes back to marketing ops with your reason. You can undo it for ten seconds."
    >
      <RejectForm {...rest} />
    </Dialog>
  );
}

/** A digit chooses the reason at its place, where letters are not for writing. */
function chooseByDigit(event: KeyboardEvent<HTMLElement>) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLSelectElement)
    return;
  const radios = event.currentTarget.querySelectorAll<HTMLInputElement>("input[name=reason]");
  const radio = radios[Number(keyOf(event)) - 1];
  if (!radio) return;
  event.preventDefault();
  radio.focus();
  radio.click();
}

function WhichField({ reason }: { reason: RejectionReason | undefined }) {
  const asked = reason && ASKED_OF[reason];
  if (!asked) return null;
  return (
    <Select
      key={reason}
      name="fieldId"
      label="Which one is wrong"
      hint="It is marked as wrong for everybody, and whoever it came from is told."
      optional={!asked.required}
      placeholder={asked.required ? "Choose" : "None of these"}
      options={asked.fields.map((value) => ({ value, label: WRONG_FIELDS[value] }))}
    />
  );
}

function RejectForm({
  handoffId,
  onRejected,
}: Pick<RejectDialogProps, "handoffId" | "onRejected">) {
  const [reason, setReason] = useState<RejectionReason>();
  const [kept] = useState(() => keptWords(handoffId, "reject"));
  const wordsIn = (data: FormData) => keptWords(handoffId, "reject") || typed(data, "words");
  const [state, send] = useSend(
    (data) => {
      data.set("words", wordsIn(data));
      return rejectLead({
        handoffId,
        reason: data.get("reason") as RejectionReason,
        fieldId: (data.get("fieldId") ?? "") as FieldId | "",
        words: typed(data, "words"),
      });
    },
    (_, data) => {
      // Somebody may have gone on typing while it was on its way: that stays, until it is copied.
      const words = wordsIn(data);
      const wasSent = words === typed(data, "words");
      if (wasSent) keepWords(handoffId, "reject", "");
      onRejected(words, wasSent);
    },
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys only shorten what the radios do.
    <div onKeyDown={chooseByDigit}>
      <Form state={state} action={send}>
        <Choice<RejectionReason>
          name="reason"
          label="Why"
          options={REJECTION_REASONS}
          onChoose={setReason}
          numbered
        />
        <WhichField reason={reason} />
        <TextArea
          name="words"
          label="In your words"
          hint={kept ? "What you had typed was put back." : undefined}
          optional={reason !== "other"}
          rows={3}
          defaultValue={kept}
          onChange={(event) => keepWords(handoffId, "reject", event.target.value)}
          onKeyDown={sendOnCommandEnter}
        />
        <SubmitButton variant="danger" pendingLabel="Rejecting">
          Reject
        </SubmitButton>
      </Form>
    </div>
  );
}
