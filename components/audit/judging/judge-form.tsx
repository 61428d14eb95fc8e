"use client";

import { judgeCategory } from "@/lib/audit/judging/actions";
import type { Judgement } from "@/lib/audit/judging/judgement";
import type { CategoryKey, FieldId } from "@/lib/standard/categories";
import type { Verdict } from "@/lib/standard/field";
import { CheckBox } from "../../form/check-box";
import { Choice } from "../../form/choice";
import { Form, useFieldState } from "../../form/form";
import { SubmitButton } from "../../form/submit-button";
import { TextArea } from "../../form/text-area";
import { typed } from "../../form/typed";
import { useSend } from "../../form/use-send";
import { sendOnCommandEnter } from "../../handoff/command-enter";

/** One category of a lead as it is judged: the machine's verdict, one's own, and its fields. */
export type JudgedCategory = {
  key: CategoryKey;
  label: string;
  machine: Verdict;
  own: Judgement | null;
  fields: { id: FieldId; label: string; missing: boolean }[];
};

const CHOICES = { complete: "Complete", partial: "Partial", absent: "Absent" } as const;

type JudgeFormProps = { lineId: string; category: JudgedCategory; onDone: () => void };

/** Which fields fall short in an auditor's eyes; what the machine missed is marked already. */
function FieldChoice({ fields, own }: Pick<JudgedCategory, "fields" | "own">) {
  const { error } = useFieldState("fieldIds");
  return (
    <fieldset id="fieldIds" tabIndex={-1} className="mb-4 min-w-0">
      <legend className="mb-1 text-small font-medium">What falls short</legend>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {fields.map(({ id, label, missing }) => (
          <CheckBox
            key={id}
            name="fieldIds"
            value={id}
            label={missing ? `${label}, missing` : label}
            defaultChecked={own?.fieldIds.includes(id) ?? missing}
          />
        ))}
      </div>
      {error && <p className="mt-1 text-small font-medium text-bad">{error}</p>}
    </fieldset>
  );
}

/** One's own verdict of a category: the machine's, or another with fields and a reason (A.2). */
export function JudgeForm({ lineId, category, onDone }: JudgeFormProps) {
  const { key, machine, own, fields } = category;
  const [state, send] = useSend(
    (data) =>
      judgeCategory({
        lineId,
        category: key,
        reason: typed(data, "reason"),
        verdict: data.get("verdict") as Verdict,
        fieldIds: data.getAll("fieldIds") as FieldId[],
      }),
    onDone,
  );
  return (
    <Form state={state} action={send}>
      <Choice<Verdict>
        name="verdict"
        label={`The machine says ${machine}. You say`}
        options={CHOICES}
        initial={own?.verdict ?? machine}
      />
      <FieldChoice fields={fields} own={own} />
      <TextArea
        name="reason"
        label="Why you see it otherwise"
        optional
        rows={3}
        defaultValue={own?.reason ?? ""}
        onKeyDown={sendOnCommandEnter}
      />
      <SubmitButton pendingLabel="Saving">Save</SubmitButton>
    </Form>
  );
}
