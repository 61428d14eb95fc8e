import { formatMoment, type Reader } from "@/lib/platform/format";
import { type Difference, icpDifferences } from "@/lib/scoring/model-difference";
import type { ModelVersion } from "@/lib/scoring/versions/version";
import { Section } from "../ui/section";

function DifferenceWords({ what, before, after }: Difference) {
  if (before === null) return `Added ‘${what}’: ${after}`;
  if (after === null) return `Removed ‘${what}’: ${before}`;
  return `${what}: ${before} → ${after}`;
}

type VersionProps = { version: ModelVersion; before: ModelVersion | undefined };

function Changes({ version, before, locale }: VersionProps & { locale: string }) {
  if (!before) return null;
  const differences = icpDifferences(before.model, version.model, locale);
  return (
    <ul className="mt-1 text-soft">
      {differences.map((one) => (
        <li key={`${one.what} ${one.before} ${one.after}`} className="wrap-anywhere">
          <DifferenceWords {...one} />
        </li>
      ))}
    </ul>
  );
}

type IcpVersionsProps = { versions: readonly ModelVersion[]; reader: Reader; now: Date };

/** Every version, the newest first, with who changed what and why. */
export function IcpVersions({ versions, reader, now }: IcpVersionsProps) {
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
                {version.savedAt
                  ? `${version.savedBy ?? "Somebody"}, ${formatMoment(version.savedAt, reader, now)}`
                  : "Came with Baton"}
              </span>
            </p>
            {version.reason && (
              <p className="wrap-anywhere">
                <bdi>{version.reason}</bdi>
              </p>
            )}
            <Changes version={version} before={versions[index + 1]} locale={reader.locale} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
