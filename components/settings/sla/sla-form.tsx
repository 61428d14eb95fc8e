"use client";

import { useRouter } from "next/navigation";
import type { ConnectedWay, SlaSettings } from "@/lib/sla/settings";
import { saveSla } from "@/lib/sla/versions/actions";
import { Form } from "../../form/form";
import { SubmitButton } from "../../form/submit-button";
import { TextInput } from "../../form/text-input";
import { useSend } from "../../form/use-send";
import { useTyped } from "../../form/use-typed";
import { Button } from "../../ui/button";
import { useToast } from "../../ui/toast";
import { settingsOfDraft, slaDraft } from "./sla-draft";
import { SlaLadder } from "./sla-ladder";

type SlaFormProps = {
  personId: string;
  settings: SlaSettings;
  version: number;
  /** The segments of the routing rules: each may have a window of its own. */
  segments: readonly { id: string; name: string }[];
  /** By what a step of the ladder can tell. */
  connected: readonly ConnectedWay[];
};

/** The window and the ladder as an admin changes them, with a reason. */
export function SlaForm({ personId, settings, version, segments, connected }: SlaFormProps) {
  const router = useRouter();
  const { say } = useToast();
  const { base, typed, unsaved, edit, undo, wasSaved } = useTyped(
    { what: "sla", personId },
    { version, settings },
    (saved) =>
      slaDraft(
        saved.settings,
        segments.map(({ id }) => id),
      ),
  );
  const [state, send] = useSend(
    () =>
      saveSla({
        basedOn: base.version,
        settings: settingsOfDraft(typed),
        reason: typed.reason,
      }),
    () => {
      wasSaved(typed);
      say({ text: "Saved.", detail: "It counts for leads that are routed from now on." });
      router.refresh();
    },
  );
  return (
    <Form state={state} action={send} className="max-w-[920px]">
      <div className="grid gap-x-6 sm:grid-cols-2">
        <TextInput
          name="settings.minutes"
          label="Minutes to the first attempt"
          inputMode="numeric"
          value={typed.minutes}
          onChange={({ target }) => edit((now) => ({ ...now, minutes: target.value }))}
        />
        {segments.map(({ id, name }) => (
          <TextInput
            key={id}
            name={`segment.${id}`}
            label={`Minutes for ${name}`}
            inputMode="numeric"
            optional
            value={typed.segments[id] ?? ""}
            onChange={({ target }) =>
              edit((now) => ({ ...now, segments: { ...now.segments, [id]: target.value } }))
            }
          />
        ))}
      </div>
      <SlaLadder
        steps={typed.steps}
        connected={connected}
        onChange={(change) => edit((now) => ({ ...now, steps: change(now.steps) }))}
      />
      <TextInput
        name="reason"
        label="Why it changes"
        value={typed.reason}
        onChange={({ target }) => edit((now) => ({ ...now, reason: target.value }))}
      />
      <div className="flex gap-2">
        <SubmitButton pendingLabel="Saving">Save the SLA</SubmitButton>
        {unsaved && (
          <Button variant="bare" onClick={undo}>
            Undo all
          </Button>
        )}
      </div>
    </Form>
  );
}
