import type { Metadata } from "next";
import { FirstStepList } from "@/components/settings/first-step-list";
import { LetIn } from "@/components/settings/people/let-in";
import { People } from "@/components/settings/people/people";
import { SettingsHeader } from "@/components/settings/settings-header";
import { requireViewer } from "@/lib/access/current-viewer";
import { settingsOf } from "@/lib/access/places";
import { people } from "@/lib/access/queries";
import { readerChoices } from "@/lib/access/reader/choices";
import { firstSteps } from "@/lib/first-day/queries";
import { formatCount } from "@/lib/platform/format-number";

export const metadata: Metadata = { title: "People" };

export default async function SettingsPage() {
  const viewer = await requireViewer("/settings", "manage people");
  const [everyone, steps] = await Promise.all([people(viewer), firstSteps(viewer)]);
  const active = everyone.filter((person) => person.active).length;
  const lines = everyone.map(({ territoryName: territory, ...person }) => ({
    ...person,
    territory,
  }));
  return (
    <>
      <SettingsHeader
        title="People"
        current="/settings"
        places={settingsOf(viewer)}
        count={`${formatCount(active, "person has", "people have", viewer.locale)} access`}
        actions={<LetIn />}
      />
      {steps && <FirstStepList steps={steps} />}
      <People people={lines} choices={readerChoices(everyone)} />
    </>
  );
}
