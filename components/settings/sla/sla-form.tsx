"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ConnectedWay, SlaSettings } from "@/lib/sla/settings";
import { saveSla } from "@/lib/sla/versions/actions";
import { Form } from "../../form/form";
import { SubmitButton } from "../../form/submit-button";
import { TextInput } from "../../form/text-input";
import { typed } from "../../form/typed";
import { useSend } from "../../form/use-send";
import { useToast } from "../../ui/toast";
import { settingsOfDraft, stepDrafts } from "./sla-draft";
import { SlaLadder } from "./sla-ladder";

type SlaFormProps = {
  settings: SlaSettings;
  version: number;
  /** The segments of the routing rules: each may have a window of its own. */
  segments: readonly { id: string; name: string }[];
  /** By what a step of the ladder can tell. */
  connected: readonly ConnectedWay[];
};

/** The window and the ladder as an admin changes them, with a reason. */
export function SlaForm({ settings, version, segments, connected }: SlaFormProps) {
  const router = useRouter();
  const { say } = useToast();
  const [steps, setSteps] = useState(() => stepDrafts(settings));
  const ids = segments.map(({ id }) => id);
  const [state, send] = useSend(
    (data) =>
      saveSla({
        basedOn: version,
        settings: settingsOfDraft(data, steps, ids),
        reason: typed(data, "reason"),
      }),
    () => {
      say({ text: "Saved.", detail: "It counts for leads that are routed from now on." });
      router.refresh();
    },
  );
  const own = new Map(settings.segments.map((one) => [one.segmentId, one.minutes]));
  return (
    <Form state={state} action={send} className="max-w-[920px]">
      <div className="grid gap-x-6 sm:grid-cols-2">
        <TextInput
          name="settings.minutes"
          label="Minutes to the first attempt"
          inputMode="numeric"
          defaultValue={settings.minutes}
        />
        {segments.map(({ id, name }) => (
          <TextInput
            key={id}
            name={`segment.${id}`}
            label={`Minutes for ${name}`}
            inputMode="numeric"
            optional
            defaultValue={own.get(id) ?? ""}
          />
        ))}
      </div>
      <SlaLadder steps={steps} connected={connected} onChange={setSteps} />
      <TextInput name="reason" label="Why it changes" defaultValue="" key={version} />
      <SubmitButton pendingLabel="Saving">Save the SLA</SubmitButton>
    </Form>
  );
}
