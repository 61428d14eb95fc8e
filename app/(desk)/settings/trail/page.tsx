import type { Metadata } from "next";
import { SettingVersions } from "@/components/settings/setting-versions";
import { SettingsHeader } from "@/components/settings/settings-header";
import { TrailForgotten } from "@/components/settings/trail/trail-forgotten";
import { TrailForm } from "@/components/settings/trail/trail-form";
import { TrailReading } from "@/components/settings/trail/trail-reading";
import { requireViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { settingsOf } from "@/lib/access/places";
import { trailSettingsAddress } from "@/lib/platform/address";
import { env } from "@/lib/platform/env";
import { lastForgotten } from "@/lib/trail/counts/queries";
import { exclusionChanges, exclusionsInForce } from "@/lib/trail/queries";
import { DEFAULT_EXCLUSIONS } from "@/lib/trail/settings";
import { changedSettings } from "@/lib/trail/settings-difference";

export const metadata: Metadata = { title: "What counts in a trail" };

export default async function TrailSettingsPage() {
  const now = new Date();
  const viewer = await requireViewer(trailSettingsAddress(), "see exclusions");
  const [{ version, settings }, versions, forgotten] = await Promise.all([
    exclusionsInForce(),
    exclusionChanges(viewer),
    lastForgotten(viewer),
  ]);
  const changes = versions.map((one, index) => {
    const before = versions[index + 1]?.settings ?? DEFAULT_EXCLUSIONS;
    return { ...one, changes: changedSettings(before, one.settings) };
  });
  return (
    <>
      <SettingsHeader
        title="What counts in a trail"
        current={trailSettingsAddress()}
        places={settingsOf(viewer)}
      />
      <p className="mt-5 mb-6 max-w-[60ch] text-soft">
        These rules say which activities stay out of a handoff. Nothing is deleted by them: what is
        left out stays listed on the lead, with its rule, and can be brought back.
      </p>
      <div className="grid gap-x-14 gap-y-10 xl:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
        <div className="min-w-0">
          {may(viewer, "set exclusions") ? (
            <TrailForm
              personId={viewer.id}
              settings={settings}
              version={version}
              installed={env().BATON_PRODUCTS}
              locale={viewer.locale}
            />
          ) : (
            <TrailReading settings={settings} />
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-8">
          <SettingVersions versions={changes} now={now} reader={viewer} />
          {forgotten && <TrailForgotten forgotten={forgotten} now={now} reader={viewer} />}
        </div>
      </div>
    </>
  );
}
