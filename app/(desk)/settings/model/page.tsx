import type { Metadata } from "next";
import { ModelDesk } from "@/components/settings/model/model-desk";
import { ModelDraftCard } from "@/components/settings/model/model-draft-card";
import { ModelForm } from "@/components/settings/model/model-form";
import { ModelPreview, TypedPreview } from "@/components/settings/model/model-preview";
import { ModelSave } from "@/components/settings/model/model-save";
import { ModelVersions } from "@/components/settings/model/model-versions";
import { ModelWords } from "@/components/settings/model/model-words";
import { SettingsHeader } from "@/components/settings/settings-header";
import { requireViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { settingsOf } from "@/lib/access/places";
import { modelAddress } from "@/lib/platform/address";
import { openModelDraft } from "@/lib/scoring/drafts/queries";
import { modelSettings } from "@/lib/scoring/model/model";
import { modelInForce } from "@/lib/scoring/queries";
import { modelVersions } from "@/lib/scoring/versions/queries";

export const metadata: Metadata = { title: "Scoring model" };

const columns = "mt-5 grid gap-x-10 xl:grid-cols-[minmax(0,1fr)_340px]";

export default async function ModelPage() {
  const viewer = await requireViewer(modelAddress(), "see the model");
  const now = new Date();
  const [model, draft, versions] = await Promise.all([
    modelInForce(),
    openModelDraft(viewer),
    modelVersions(viewer),
  ]);
  const inForce = modelSettings(model);
  const reader = { locale: viewer.locale, timeZone: viewer.timeZone };
  const header = (
    <SettingsHeader
      title="Scoring model"
      current={modelAddress()}
      places={settingsOf(viewer)}
      count={`Version ${model.version} in force`}
    />
  );
  const history = <ModelVersions versions={versions} reader={reader} now={now} />;
  const card = draft && (
    <ModelDraftCard
      draft={draft}
      inForce={inForce}
      version={model.version}
      viewer={viewer}
      now={now}
    />
  );
  if (!may(viewer, "write the model")) {
    return (
      <>
        {header}
        <div className={columns}>
          <div className="min-w-0">
            <ModelWords settings={inForce} locale={viewer.locale} />
            {history}
          </div>
          <div className="min-w-0">
            {card}
            {draft && <ModelPreview settings={draft.settings} differs reader={reader} />}
          </div>
        </div>
      </>
    );
  }
  return (
    <>
      {header}
      <ModelDesk
        personId={viewer.id}
        settings={draft?.settings ?? inForce}
        revision={draft?.revision ?? null}
      >
        <div className={columns}>
          <div className="min-w-0">
            <ModelForm />
          </div>
          <div className="min-w-0">
            <div className="xl:sticky xl:top-4">
              <ModelSave reason={draft?.reason ?? ""} key={draft?.revision ?? 0} />
              {card}
              <TypedPreview inForce={inForce} reader={reader} />
            </div>
          </div>
          <div className="mt-6 min-w-0">{history}</div>
        </div>
      </ModelDesk>
    </>
  );
}
