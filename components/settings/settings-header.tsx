import type { ReactNode } from "react";
import type { Place } from "@/lib/access/places";
import { PageHeader } from "../shell/page-header";
import { TabLinks } from "../ui/tab-links";

type SettingsHeaderProps = {
  title: string;
  /** The address of this page. */
  current: string;
  /** The pages that the viewer may open: `settingsOf`. */
  places: readonly Place[];
  count?: string;
  actions?: ReactNode;
};

/** The head of every page of the settings, with the way to the others. */
export function SettingsHeader({ title, current, places, count, actions }: SettingsHeaderProps) {
  const tabs = places.map(({ label, href }) => ({ label, href, current: href === current }));
  return (
    <>
      <PageHeader title={title} count={count} actions={actions} />
      <TabLinks label="Settings" tabs={tabs} />
    </>
  );
}
