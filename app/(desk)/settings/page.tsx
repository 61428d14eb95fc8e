import type { Metadata } from "next";
import { LetIn } from "@/components/settings/let-in";
import { People } from "@/components/settings/people";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { requireViewer } from "@/lib/access/current-viewer";
import { people } from "@/lib/access/queries";
import { trailSettingsAddress } from "@/lib/platform/address";
import { formatCount } from "@/lib/platform/format-number";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const viewer = await requireViewer("/settings", "manage people");
  const everyone = await people(viewer);
  const active = everyone.filter((person) => person.active).length;
  const lines = everyone.map(({ id, name, email, role, active, territoryName }) => {
    return { id, name, email, role, active, territory: territoryName };
  });
  return (
    <>
      <PageHeader
        title="Settings"
        count={`${formatCount(active, "person has", "people have", viewer.locale)} access`}
        actions={
          <>
            <ButtonLink href={trailSettingsAddress()}>What counts in a trail</ButtonLink>
            <LetIn />
          </>
        }
      />
      <People people={lines} />
    </>
  );
}
