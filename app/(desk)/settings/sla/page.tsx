import type { Metadata } from "next";
import { SettingVersions } from "@/components/settings/setting-versions";
import { SettingsHeader } from "@/components/settings/settings-header";
import { SlaForm } from "@/components/settings/sla/sla-form";
import { SlaReading } from "@/components/settings/sla/sla-reading";
import { requireViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { settingsOf } from "@/lib/access/places";
import { connectedWays } from "@/lib/notices/settings/queries";
import { slaSettingsAddress } from "@/lib/platform/address";
import { routingInForce } from "@/lib/routing/queries";
import { slaDifference } from "@/lib/sla/settings-words";
import { slaAt, slaChanges } from "@/lib/sla/versions/queries";

export const metadata: Metadata = { title: "SLA" };

export default async function SlaSettingsPage() {
  const now = new Date();
  const viewer = await requireViewer(slaSettingsAddress(), "see the SLA");
  const [{ version, settings }, versions, rules, connected] = await Promise.all([
    slaAt(now),
    slaChanges(viewer),
    routingInForce(),
    connectedWays(viewer),
  ]);
  const { segments } = rules.settings;
  const nameOf = (id: string) => segments.find((one) => one.id === id)?.name ?? id;
  // What came with Baton stands before them all: nobody here changed anything by it.
  const changes = versions.flatMap(({ reason, ...one }, index) =>
    reason === null
      ? []
      : {
          ...one,
          reason,
          changes: slaDifference(
            versions[index + 1]?.settings ?? one.settings,
            one.settings,
            nameOf,
          ),
        },
  );
  return (
    <>
      <SettingsHeader
        title="SLA"
        current={slaSettingsAddress()}
        places={settingsOf(viewer)}
        count={changes.length === 0 ? "As it came with Baton" : `Version ${version} in force`}
      />
      <p className="mt-5 mb-6 max-w-[60ch] text-soft">
        A rep has this long from the routing to the first attempt, in their own working hours. What
        was routed before a change keeps the time and the steps that it was given with.
      </p>
      <div className="grid gap-x-14 gap-y-10 xl:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
        <div className="min-w-0">
          {may(viewer, "set the SLA") ? (
            <SlaForm
              personId={viewer.id}
              settings={settings}
              version={version}
              segments={segments.map(({ id, name }) => ({ id, name }))}
              connected={connected}
            />
          ) : (
            <SlaReading settings={settings} nameOf={nameOf} />
          )}
        </div>
        <SettingVersions versions={changes} now={now} reader={viewer} />
      </div>
    </>
  );
}
