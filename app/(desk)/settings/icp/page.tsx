import type { Metadata } from "next";
import { after } from "next/server";
import { IcpDesk } from "@/components/settings/icp/icp-desk";
import { IcpForm } from "@/components/settings/icp/icp-form";
import { IcpPreview } from "@/components/settings/icp/icp-preview";
import { IcpSave } from "@/components/settings/icp/icp-save";
import { IcpWords } from "@/components/settings/icp/icp-words";
import { ModelVersions } from "@/components/settings/model/model-versions";
import { SettingsHeader } from "@/components/settings/settings-header";
import { requireViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { settingsOf } from "@/lib/access/places";
import { icpAddress } from "@/lib/platform/address";
import { log } from "@/lib/platform/log";
import { leadGroups } from "@/lib/scoring/icp/groups/queries";
import { modelInForce } from "@/lib/scoring/queries";
import { modelVersions } from "@/lib/scoring/versions/queries";

export const metadata: Metadata = { title: "Ideal customer profile" };

export default async function IcpPage() {
  const viewer = await requireViewer(icpAddress(), "see the ICP");
  const now = new Date();
  const [model, versions] = await Promise.all([modelInForce(), modelVersions(viewer)]);
  const history = <ModelVersions versions={versions} reader={viewer} now={now} />;
  const header = (
    <SettingsHeader
      title="Ideal customer profile"
      current={icpAddress()}
      places={settingsOf(viewer)}
      count={`Version ${model.version} in force`}
    />
  );
  if (!may(viewer, "set the ICP")) {
    return (
      <>
        {header}
        <div className="mt-5 max-w-[960px]">
          <IcpWords model={model} locale={viewer.locale} />
          {history}
        </div>
      </>
    );
  }
  // Counted while the admin reads, so that the first preview need not wait for it.
  after(() =>
    leadGroups(viewer, now).catch((err) =>
      log().warn({ err }, "The leads could not be counted ahead of the first preview"),
    ),
  );
  return (
    <>
      {header}
      <IcpDesk personId={viewer.id} model={model}>
        <div className="mt-5 grid gap-x-10 xl:grid-cols-[minmax(0,1fr)_340px]">
          <div className="min-w-0">
            <IcpForm />
          </div>
          <div className="min-w-0">
            <div className="xl:sticky xl:top-4">
              <IcpPreview reader={{ locale: viewer.locale, timeZone: viewer.timeZone }}>
                <IcpSave />
              </IcpPreview>
            </div>
          </div>
          <div className="mt-6 min-w-0">{history}</div>
        </div>
      </IcpDesk>
    </>
  );
}
