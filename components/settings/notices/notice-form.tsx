"use client";

import type { NoticeKind } from "@/lib/notices/kinds";
import { setNotices } from "@/lib/notices/settings/actions";
import type { NoticeSettings } from "@/lib/notices/settings/quiet";
import type { OfferedChannel } from "@/lib/notices/settings/view";
import { CheckBox } from "../../form/check-box";
import { Form } from "../../form/form";
import { SubmitButton } from "../../form/submit-button";
import { useSend } from "../../form/use-send";
import { useToast } from "../../ui/toast";
import { NoticeChoices } from "./notice-choices";
import { noticesIn } from "./notice-input";
import { QuietHoursFields } from "./quiet-hours-fields";

type NoticeFormProps = {
  kinds: readonly NoticeKind[];
  channels: readonly OfferedChannel[];
  settings: NoticeSettings;
  reader: { email: string; timeZone: string };
};

/** What the reader is told outside of Baton, by what, and when they are left alone. */
export function NoticeForm({ kinds, channels, settings, reader }: NoticeFormProps) {
  const { say } = useToast();
  const [state, send] = useSend(
    (data) => setNotices(noticesIn(data)),
    () => say({ text: "Saved." }),
  );
  return (
    <Form state={state} action={send} className="min-w-0 max-w-[680px]">
      <NoticeChoices
        kinds={kinds}
        channels={channels}
        choices={settings.choices}
        email={reader.email}
      />
      <QuietHoursFields settings={settings} timeZone={reader.timeZone} />
      <div className="mb-5">
        <CheckBox
          name="off"
          label="Send me nothing for now"
          hint="What you chose above is kept."
          defaultChecked={settings.off}
        />
      </div>
      <SubmitButton pendingLabel="Saving">Save</SubmitButton>
    </Form>
  );
}
