"use client";

import { useRouter } from "next/navigation";
import { draw } from "@/lib/audit/draw/actions";
import { STRATA, type StrataBy } from "@/lib/audit/draw/strata-names";
import { AUDIT_SIZE_MOST } from "@/lib/audit/draw/window";
import { auditAddress } from "@/lib/platform/address";
import { keysOf } from "@/lib/platform/keys-of";
import { Choice } from "../../form/choice";
import { Form } from "../../form/form";
import { Select } from "../../form/select";
import { SubmitButton } from "../../form/submit-button";
import { TextInput } from "../../form/text-input";
import { useSend } from "../../form/use-send";

/** What a draw begins with; days such as 2026-06-03, as UTC has them. */
type DrawTerms = {
  from: string;
  to: string;
  size: number;
  strata: StrataBy;
  seed: string;
};

const strata = keysOf(STRATA).map((value) => ({ value, label: STRATA[value] }));
const AUDITORS = { "1": "One", "2": "Two, blind to each other" } as const;

/** The terms of a sample (A.1): everything but the leads, which the seed chooses. */
export function DrawForm({ from, to, size, strata: by, seed }: DrawTerms) {
  const router = useRouter();
  const [state, send] = useSend(draw, (value) => router.push(auditAddress(value.id)));
  return (
    <Form state={state} action={send} className="max-w-[520px]">
      <div className="grid gap-x-5 sm:grid-cols-2">
        <TextInput name="from" label="Routed from" type="date" defaultValue={from} />
        <TextInput name="to" label="Routed up to and including" type="date" defaultValue={to} />
        <TextInput
          name="size"
          label="Leads"
          type="number"
          min={1}
          max={AUDIT_SIZE_MOST}
          inputMode="numeric"
          defaultValue={size}
        />
        <Select name="strata" label="Keep the mix of" options={strata} defaultValue={by} />
      </div>
      <Choice<keyof typeof AUDITORS>
        name="auditors"
        label="Auditors"
        options={AUDITORS}
        initial="1"
      />
      <TextInput
        name="seed"
        label="Seed"
        optional
        hint="Left empty, it comes by chance. Type the seed of an earlier audit to draw its sample again."
        autoComplete="off"
        spellCheck={false}
        defaultValue={seed}
      />
      <SubmitButton pendingLabel="Drawing">Draw the sample</SubmitButton>
    </Form>
  );
}
