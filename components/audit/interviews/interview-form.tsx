"use client";

import { useState } from "react";
import { saveInterview } from "@/lib/audit/interviews/actions";
import { LOOKED_UP } from "@/lib/handoff/research/fields";
import { keysOf } from "@/lib/platform/keys-of";
import type { FieldId } from "@/lib/standard/categories";
import { CheckBox } from "../../form/check-box";
import { Choice } from "../../form/choice";
import { Form } from "../../form/form";
import { SubmitButton } from "../../form/submit-button";
import { TextArea } from "../../form/text-area";
import { TextInput } from "../../form/text-input";
import { typed } from "../../form/typed";
import { useKeptWords } from "../../form/use-kept-words";
import { useSend } from "../../form/use-send";
import { sendOnCommandEnter } from "../../handoff/command-enter";

/** What was written down of a rep's answer. */
export type GivenAnswer = {
  words: string;
  researches: boolean;
  what: string;
  fieldIds: FieldId[];
};
type InterviewFormProps = {
  personId: string;
  auditId: string;
  place: number;
  answer: GivenAnswer | null;
  onDone: () => void;
};

const DOES = { no: "Reads and calls", yes: "Research first" } as const;
type Does = keyof typeof DOES;

/** A rep's answer in their words, whether they research first, and what they missed (A.4). */
export function InterviewForm(props: InterviewFormProps) {
  const { personId, auditId, place, answer, onDone } = props;
  const first = answer && (answer.researches ? "yes" : "no");
  const [does, setDoes] = useState<Does | undefined>(first ?? undefined);
  const { wiring, forget } = useKeptWords(
    `baton-interview-${auditId}-${place}-${personId}`,
    answer?.words,
  );
  const [state, send] = useSend(
    (data) => {
      const said = { auditId, place, answer: typed(data, "answer") };
      const fieldIds = data.getAll("fieldIds") as FieldId[];
      const what = typed(data, "what");
      const researches = data.get("researches") as Does;
      return saveInterview({ ...said, fieldIds, researches, what });
    },
    () => {
      forget();
      onDone();
    },
  );
  return (
    <Form state={state} action={send}>
      <TextArea
        name="answer"
        label="What they say, in their words"
        rows={4}
        {...wiring}
        onKeyDown={sendOnCommandEnter}
      />
      <Choice<Does>
        name="researches"
        label="Which is it"
        options={DOES}
        initial={first ?? undefined}
        onChoose={setDoes}
      />
      {does === "yes" && (
        <TextInput
          name="what"
          label="What they look up"
          autoComplete="off"
          defaultValue={answer?.what}
        />
      )}
      <fieldset className="mb-4 min-w-0">
        <legend className="mb-1 text-small font-medium">
          What they miss <span className="font-normal text-faint">(optional)</span>
        </legend>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {keysOf(LOOKED_UP).map((id) => (
            <CheckBox
              key={id}
              name="fieldIds"
              value={id}
              label={LOOKED_UP[id]}
              defaultChecked={answer?.fieldIds.includes(id)}
            />
          ))}
        </div>
      </fieldset>
      <SubmitButton pendingLabel="Saving">Save</SubmitButton>
    </Form>
  );
}
