import { zoneWords } from "@/lib/access/reader/zone-names";
import type { QuietHours } from "@/lib/notices/settings/quiet";
import { CheckBox } from "../../form/check-box";
import { TextInput } from "../../form/text-input";
import { timeOfDay } from "./notice-input";

/** When the reader is left alone, by their own clock. */
export function QuietHoursFields({
  settings,
  timeZone,
}: {
  settings: QuietHours;
  timeZone: string;
}) {
  return (
    <fieldset className="mb-6">
      <legend className="mb-1 text-small font-semibold text-soft">Quiet hours</legend>
      <p className="mb-3 max-w-[60ch] text-soft">
        By your clock, {zoneWords(timeZone)}. A warning is not sent then, as it would be too late
        afterwards. Everything else waits until they end.
      </p>
      <div className="grid max-w-[320px] grid-cols-2 gap-4">
        <TextInput
          name="quietFrom"
          label="From"
          type="time"
          optional
          defaultValue={timeOfDay(settings.quietFrom)}
        />
        <TextInput
          name="quietUntil"
          label="Until"
          type="time"
          optional
          defaultValue={timeOfDay(settings.quietUntil)}
        />
      </div>
      <CheckBox
        name="quietWeekends"
        label="Saturdays and Sundays too"
        defaultChecked={settings.quietWeekends}
      />
    </fieldset>
  );
}
