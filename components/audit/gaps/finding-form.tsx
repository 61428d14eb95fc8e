"use client";

import { makeFinding } from "@/lib/audit/findings/actions";
import { GAP_VERDICTS, type GapVerdict } from "@/lib/audit/gaps/gap";
import { Choice } from "../../form/choice";
import { Form } from "../../form/form";
import { Select } from "../../form/select";
import { SubmitButton } from "../../form/submit-button";
import { TextArea } from "../../form/text-area";
import { TextInput } from "../../form/text-input";
import { typed } from "../../form/typed";
import { useKeptWords } from "../../form/use-kept-words";
import { useSend } from "../../form/use-send";
import { useToast } from "../../ui/toast";
import type { FindingButtonProps } from "./finding-button";

type FindingFormProps = FindingButtonProps & { onDone: () => void };

/** The verdict, by the data or by a person with a reason; who mends it, and until when (A.5). */
export function FindingForm(props: FindingFormProps) {
  const { personId, auditId, fieldId, label, verdict, told, owners, dueOn, onDone } = props;
  const { say } = useToast();
  const { wiring, forget } = useKeptWords(`baton-finding-${auditId}-${fieldId}-${personId}`);
  const [state, send] = useSend(
    (data) =>
      makeFinding({
        auditId,
        fieldId,
        verdict: typed(data, "verdict") as GapVerdict,
        reason: typed(data, "reason"),
        ownerId: typed(data, "ownerId"),
        dueOn: typed(data, "dueOn"),
      }),
    () => {
      forget();
      say({ text: `Finding opened: ${label}.` });
      onDone();
    },
  );
  return (
    <Form state={state} action={send}>
      <Choice<GapVerdict>
        name="verdict"
        label={`${told ? `The data say ${GAP_VERDICTS[verdict].toLowerCase()}` : "The data do not say why"}. You say`}
        options={GAP_VERDICTS}
        initial={told ? verdict : undefined}
      />
      <TextArea
        name="reason"
        label={told ? "Why you see it otherwise" : "Why you think so"}
        optional={told}
        rows={2}
        {...wiring}
      />
      <Select
        name="ownerId"
        label="Who mends it"
        placeholder="Choose"
        options={owners.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextInput name="dueOn" label="Due on" type="date" defaultValue={dueOn} />
      <SubmitButton pendingLabel="Opening">Open the finding</SubmitButton>
    </Form>
  );
}
