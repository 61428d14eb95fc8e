import type { Metadata } from "next";
import { AbsenceForm } from "@/components/settings/absence-form";
import { HoursForm } from "@/components/settings/hours-form";
import { SettingsHeader } from "@/components/settings/settings-header";
import { Section } from "@/components/ui/section";
import { requireViewer } from "@/lib/access/current-viewer";
import { settingsOf } from "@/lib/access/places";
import { hoursAddress } from "@/lib/platform/address";
import { systemClock } from "@/lib/platform/clock";
import { hoursOf } from "@/lib/sla/hours/queries";
import { hoursLine } from "../hours-line";

export const metadata: Metadata = { title: "Your hours" };

export default async function HoursPage() {
  const viewer = await requireViewer(hoursAddress(), "set own hours");
  const now = systemClock();
  const own = (await hoursOf(viewer, [viewer.id], now)).get(viewer.id);
  if (!own) throw new Error("The viewer is nobody.");
  const { absences, ...line } = hoursLine(own, viewer, now);
  return (
    <>
      <SettingsHeader title="Your hours" current={hoursAddress()} places={settingsOf(viewer)} />
      <div className="mt-5 grid max-w-[960px] gap-x-14 gap-y-8 lg:grid-cols-2">
        <Section title="When you work" aside="A lead's time runs in these hours">
          <HoursForm {...line} />
        </Section>
        <Section title="When you are away" aside="No lead comes to you then">
          <AbsenceForm personId={viewer.id} absences={absences} />
        </Section>
      </div>
    </>
  );
}
