import { formatMoment, type Reader } from "@/lib/platform/format";
import { modelSettings } from "@/lib/scoring/model/model";
import { icpDifferences } from "@/lib/scoring/model/model-difference";
import { settingsDifferences } from "@/lib/scoring/model/settings-difference";
import type { ModelVersion } from "@/lib/scoring/versions/version";
import { inSentence } from "@/lib/trail/wording/prose";
import { Section } from "../../ui/section";
import { DifferenceList } from "../difference-list";

function differencesOf(version: ModelVersion, before: ModelVersion | undefined, locale: string) {
  if (!before) return [];
  return [
    ...settingsDifferences(modelSettings(before.model), modelSettings(version.model), locale),
    ...icpDifferences(before.model, version.model, locale),
  ];
}

/** 'Maya, 3 June, signed by Jonas' */
function By({ version, reader, now }: { version: ModelVersion; reader: Reader; now: Date }) {
  const { savedAt, savedBy, signedBy } = version;
  if (!savedAt) return "Came with Baton";
  const signed = signedBy ? `, signed by ${signedBy}` : "";
  return `${savedBy ?? "Somebody"}, ${inSentence(formatMoment(savedAt, reader, now))}${signed}`;
}

type ModelVersionsProps = { versions: readonly ModelVersion[]; reader: Reader; now: Date };

/** Every version, the newest first, with who changed what and why. */
export function ModelVersions({ versions, reader, now }: ModelVersionsProps) {
  return (
    <Section title="Versions">
      <ol className="text-small">
        {versions.map((version, index) => (
          <li key={version.model.version} className="border-b border-line py-2 last:border-b-0">
            <p>
              <strong className="font-medium">Version {version.model.version}</strong>
              {index === 0 && <span className="text-good"> in force</span>}
              <span className="text-faint">
                {" · "}
                <By version={version} reader={reader} now={now} />
              </span>
            </p>
            {version.reason && (
              <p className="wrap-anywhere">
                <bdi>{version.reason}</bdi>
              </p>
            )}
            <DifferenceList
              differences={differencesOf(version, versions[index + 1], reader.locale)}
              label={`What version ${version.model.version} changed`}
            />
          </li>
        ))}
      </ol>
    </Section>
  );
}
