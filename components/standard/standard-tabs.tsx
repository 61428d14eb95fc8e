import { standardAddress } from "@/lib/platform/address";
import { TabLinks } from "../ui/tab-links";

/** The views of the standard; the draft only for those who write it. */
export const STANDARD_VIEWS = ["in-force", "draft", "versions"] as const;
type StandardView = (typeof STANDARD_VIEWS)[number];

type StandardTabsProps = {
  show: StandardView;
  mayWrite: boolean;
  /** How many things the saved draft says otherwise; undefined where there is none. */
  changes: number | undefined;
  versions: number;
};

export function StandardTabs({ show, mayWrite, changes, versions }: StandardTabsProps) {
  const tab = (view: StandardView, label: string, count?: number) => ({
    href: standardAddress(view === "in-force" ? {} : { show: view }),
    label,
    current: show === view,
    ...(count === undefined ? {} : { count }),
  });
  return (
    <TabLinks
      label="The written standard"
      tabs={[
        tab("in-force", "In force"),
        ...(mayWrite ? [tab("draft", "Draft", changes)] : []),
        tab("versions", "Versions", versions),
      ]}
    />
  );
}
