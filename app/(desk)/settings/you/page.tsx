import type { Metadata } from "next";
import { AbsenceForm } from "@/components/settings/absence-form";
import { HoursForm } from "@/components/settings/hours-form";
import { ReaderForm } from "@/components/settings/reader-form";
import { SettingsHeader } from "@/components/settings/settings-header";
import { Section } from "@/components/ui/section";
import { requireViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { settingsOf } from "@/lib/access/places";
import { readerChoices } from "@/lib/access/reader/choices";
import { ownSettingsAddress } from "@/lib/platform/address";
import { systemClock } from "@/lib/platform/clock";
import { hoursOf } from "@/lib/sla/hours/queries";
import { hoursLine } from "../hours-line";

export const metadata: Metadata = { title: "You" };

export default async function OwnSettingsPage() {
  const viewer = await requireViewer(ownSettingsAddress(), "set own times");
  const now = systemClock();
  const own = may(viewer, "set own hours")
    ? (await hoursOf(viewer, [viewer.id], now)).get(viewer.id)
    : undefined;
  const hours = own && hoursLine(own, viewer, now);
  const { id: personId, timeZone, locale } = viewer;
  return (
    <>
      <SettingsHeader title="You" current={ownSettingsAddress()} places={settingsOf(viewer)} />
      <div className="mt-5 grid max-w-[960px] gap-x-14 gap-y-8 lg:grid-cols-2">
        <div className="grid content-start gap-y-8">
          <Section title="Times and numbers" aside="On every page, and in what you are told">
            <ReaderForm person={{ personId, timeZone, locale }} choices={readerChoices([viewer])} />
          </Section>
          {hours && (
            <Section title="When you are away" aside="No lead comes to you then">
              <AbsenceForm personId={personId} absences={hours.absences} />
            </Section>
          )}
        </div>
        {hours && (
          <Section title="When you work" aside="A lead’s time runs in these hours">
            <HoursForm {...hours} />
          </Section>
        )}
      </div>
    </>
  );
}
