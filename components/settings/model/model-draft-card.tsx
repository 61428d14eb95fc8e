import { may } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { hindranceToActivate, hindranceToSign, type ModelDraft } from "@/lib/scoring/drafts/draft";
import type { ModelSettings } from "@/lib/scoring/model/model";
import { settingsDifferences } from "@/lib/scoring/model/settings-difference";
import { ReaderTime } from "../../shell/reader-time";
import { Section } from "../../ui/section";
import { DifferenceList } from "../difference-list";
import { ActivateButton, DiscardModelButton, SignModelButton } from "./model-draft-buttons";

type ModelDraftCardProps = {
  draft: ModelDraft;
  inForce: ModelSettings;
  version: number;
  viewer: Viewer;
  now: Date;
};

/** The open draft: who wrote what, who signed it, and what can be done with it. */
export function ModelDraftCard({ draft, inForce, version, viewer, now }: ModelDraftCardProps) {
  const { id: draftId, revision, reason, savedBy, savedAt, signed } = draft;
  const that = { draftId, revision };
  const writes = may(viewer, "write the model");
  return (
    <Section
      title="The draft"
      aside={signed ? "Signed" : "Waits for a signature"}
      className="mb-6 rounded-box border border-line-strong p-3.5"
    >
      <p className="text-small wrap-anywhere">
        <bdi>{reason}</bdi>
      </p>
      <p className="text-small text-faint">
        {savedBy.name}, <ReaderTime at={savedAt} now={now} reader={viewer} as="age" />
      </p>
      {signed && (
        <p className="text-small text-good">
          Signed by {signed.name}, <ReaderTime at={signed.at} now={now} reader={viewer} as="age" />
        </p>
      )}
      <DifferenceList
        differences={settingsDifferences(inForce, draft.settings, viewer.locale)}
        label="The draft changes"
      />
      <div className="mt-3 flex flex-wrap gap-2">
        {!signed && (
          <SignModelButton that={that} hindrance={hindranceToSign(draft, viewer.id) ?? undefined} />
        )}
        {writes && (
          <ActivateButton
            that={that}
            version={version + 1}
            hindrance={hindranceToActivate(draft) ?? undefined}
          />
        )}
        {writes && <DiscardModelButton that={that} />}
      </div>
    </Section>
  );
}
