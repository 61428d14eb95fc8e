"use client";

import { useRouter } from "next/navigation";
import { useActionState, useState } from "react";
import { beginImport } from "@/lib/intake/imports/actions";
import type { PreviewColumn } from "@/lib/intake/imports/preview";
import { importAddress, importRunAddress } from "@/lib/platform/address";
import { answerOf, formStateOf } from "../../form/answer";
import { Form } from "../../form/form";
import { type FormState, untouched } from "../../form/form-state";
import type { SelectOption } from "../../form/select";
import { SubmitButton } from "../../form/submit-button";
import { ButtonLink } from "../../ui/button-link";
import { MappingTable } from "./mapping-table";

type MappingFormProps = {
  file: string;
  target: string;
  columns: PreviewColumn[];
  options: readonly SelectOption[];
};

const NOT_STARTED = "Not started. What you chose is still here.";

/** Names what each column becomes, and starts the import. */
export function MappingForm({ file, target, columns, options }: MappingFormProps) {
  const router = useRouter();
  const [fields, setFields] = useState(() => columns.map(({ field }) => field ?? ""));
  const [state, send] = useActionState(async (_: FormState, data: FormData) => {
    const answer = await answerOf(() => beginImport(data));
    if (!answer.ok) return { message: NOT_STARTED, ...formStateOf(answer) };
    router.push(importRunAddress(answer.value.id));
    return untouched;
  }, untouched);
  return (
    <Form state={state} action={send}>
      <input type="hidden" name="file" value={file} />
      <input type="hidden" name="target" value={target} />
      <MappingTable
        columns={columns}
        options={options}
        fields={fields}
        onChange={(place, field) =>
          setFields((before) => before.map((old, index) => (index === place ? field : old)))
        }
      />
      <div className="flex flex-wrap gap-2 py-3 md:sticky md:bottom-0 md:bg-paper">
        <SubmitButton pendingLabel="Starting">Start import</SubmitButton>
        <ButtonLink href={importAddress()}>Choose another file</ButtonLink>
      </div>
    </Form>
  );
}
