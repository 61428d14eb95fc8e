"use client";

import { useState } from "react";
import { connectSystem, tryConnection } from "@/lib/connections/actions";
import type { ProviderSetting } from "@/lib/enrichment/provider";
import { answerOf } from "../form/answer";
import { Form } from "../form/form";
import { Select } from "../form/select";
import { SubmitButton } from "../form/submit-button";
import { TextInput } from "../form/text-input";
import { typed } from "../form/typed";
import { useSend } from "../form/use-send";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { useToast } from "../ui/toast";
import { givenOf } from "./given-of";
import { SettingInputs } from "./setting-inputs";
import { useVerdict } from "./use-verdict";

/** A system that can be connected, as far as a form needs it. */
export type OfferedSystem = {
  id: string;
  label: string;
  asks: readonly ProviderSetting[];
  note: string;
};

/** Connects a system, then tests it at once. */
export function AddConnection({ systems }: { systems: readonly OfferedSystem[] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        Connect a system
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Connect a system"
        description="Its secret is kept encrypted and is never shown again."
      >
        <AddForm systems={systems} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

type AddFormProps = { systems: readonly OfferedSystem[]; onDone: () => void };

function AddForm({ systems, onDone }: AddFormProps) {
  const [id, setId] = useState("");
  const system = systems.find((one) => one.id === id);
  const { say } = useToast();
  const tell = useVerdict();
  const [state, send] = useSend(
    (data) => connectSystem({ system: id, ...givenOf(data) }),
    async (connection, data) => {
      onDone();
      const name = typed(data, "name");
      const tested = await answerOf(() => tryConnection({ connectionId: connection.id }));
      if (tested.ok) tell(name, tested.value);
      else
        say({ text: `${name} is connected, but not tested.`, detail: tested.reason, tone: "bad" });
    },
  );
  return (
    <Form state={state} action={send}>
      <Select
        name="system"
        label="System"
        options={systems.map(({ id: value, label }) => ({ value, label }))}
        placeholder="Choose a system"
        value={id}
        onChange={(event) => setId(event.target.value)}
      />
      {system && (
        <div key={id}>
          <p className="mb-4 text-small text-soft">{system.note}</p>
          <TextInput name="name" label="Name" defaultValue={system.label} autoComplete="off" />
          <SettingInputs asks={system.asks} />
        </div>
      )}
      <SubmitButton pendingLabel="Connecting">Connect</SubmitButton>
    </Form>
  );
}
