"use client";

import { useState } from "react";
import { zoneWords } from "@/lib/access/reader/zone-names";
import { changeHours } from "@/lib/sla/hours/actions";
import type { TypedWeek } from "@/lib/sla/hours/typed-hours";
import { CheckBox } from "../form/check-box";
import { Form } from "../form/form";
import { SubmitButton } from "../form/submit-button";
import { TextInput } from "../form/text-input";
import { useSend } from "../form/use-send";
import { useToast } from "../ui/toast";

/** A person's hours as they are edited: `always` where none are set. */
export type HoursLine = { personId: string; timeZone: string; always: boolean; week: TypedWeek };

const DAYS = Object.entries({
  monday: "Monday",
  tuesday: "Tuesday",
  wednesday: "Wednesday",
  thursday: "Thursday",
  friday: "Friday",
  saturday: "Saturday",
  sunday: "Sunday",
}) as [keyof TypedWeek, string][];

/** When a person works, day by day. */
export function HoursForm({ personId, timeZone, always: initially, week }: HoursLine) {
  const [always, setAlways] = useState(initially);
  const { say } = useToast();
  const [state, send] = useSend(changeHours, () => say({ text: "Saved. It counts from now on." }));
  return (
    <Form state={state} action={send}>
      <input type="hidden" name="personId" value={personId} />
      <div className="mb-4">
        <CheckBox
          name="always"
          label="Around the clock"
          checked={always}
          onChange={({ target }) => setAlways(target.checked)}
        />
      </div>
      {!always && (
        <>
          <p className="mb-2 text-small text-soft">
            By the clocks of {zoneWords(timeZone)}, such as 09:00–12:00, 13:00–17:30. Nothing is a
            day off.
          </p>
          <div className="grid gap-x-3 sm:grid-cols-2">
            {DAYS.map(([day, label]) => (
              <TextInput
                key={day}
                name={day}
                label={label}
                optional
                autoComplete="off"
                defaultValue={week[day]}
              />
            ))}
          </div>
        </>
      )}
      <SubmitButton pendingLabel="Saving">Save the hours</SubmitButton>
    </Form>
  );
}
