"use client";

import { useRouter } from "next/navigation";
import { useActionState } from "react";
import { saveExclusionSettings, tryExclusionSettings } from "@/lib/trail/actions";
import type { ExclusionSettings } from "@/lib/trail/settings";
import type { Trial } from "@/lib/trail/trial/sample";
import { answerOf, formStateOf } from "../../form/answer";
import { Form } from "../../form/form";
import { type FormState, untouched } from "../../form/form-state";
import { SubmitButton } from "../../form/submit-button";
import { TextInput } from "../../form/text-input";
import { useTyped } from "../../form/use-typed";
import { Button } from "../../ui/button";
import { useToast } from "../../ui/toast";
import { TrailFields } from "./trail-fields";
import { settingsIn, trailText } from "./trail-input";
import { TrailTrial } from "./trail-trial";

type TrailFormProps = {
  personId: string;
  settings: ExclusionSettings;
  version: number;
  /** The products of the installation, which count where none is named. */
  installed: readonly string[];
  locale: string;
};

type State = { form: FormState; trial: Trial | null };

/** The settings as an admin changes them: tried on recent leads first, then saved with a reason. */
export function TrailForm({ personId, settings, version, installed, locale }: TrailFormProps) {
  const router = useRouter();
  const { say } = useToast();
  const { base, typed, unsaved, edit, undo, wasSaved } = useTyped(
    { what: "trail", personId },
    { version, settings },
    (saved) => ({ text: trailText(saved.settings), reason: "" }),
  );

  async function send(before: State, data: FormData): Promise<State> {
    const given = settingsIn(typed.text);
    if (data.get("intent") === "try") {
      const outcome = await answerOf(() => tryExclusionSettings({ settings: given }));
      return { form: formStateOf(outcome), trial: outcome.ok ? outcome.value : before.trial };
    }
    const { reason } = typed;
    const saved = await answerOf(() =>
      saveExclusionSettings({ settings: given, basedOn: base.version, reason }),
    );
    if (!saved.ok) return { form: formStateOf(saved), trial: before.trial };
    wasSaved(typed);
    say({ text: "Saved.", detail: "Leads that no rep has are judged again." });
    router.refresh();
    return { form: untouched, trial: null };
  }

  const [{ form, trial }, action] = useActionState(send, { form: untouched, trial: null });
  return (
    <Form state={form} action={action} className="max-w-[760px]">
      <TrailFields
        text={typed.text}
        type={(field, text) => edit((now) => ({ ...now, text: { ...now.text, [field]: text } }))}
        installed={installed}
      />
      {trial && <TrailTrial trial={trial} locale={locale} />}
      <TextInput
        name="reason"
        label="Why it changes"
        value={typed.reason}
        onChange={({ target }) => edit((now) => ({ ...now, reason: target.value }))}
      />
      <div className="flex gap-2">
        <SubmitButton pendingLabel="Saving">Save the settings</SubmitButton>
        <SubmitButton variant="quiet" name="intent" value="try" pendingLabel="Trying">
          Try on recent leads
        </SubmitButton>
        {unsaved && (
          <Button variant="bare" onClick={undo}>
            Undo all
          </Button>
        )}
      </div>
    </Form>
  );
}
