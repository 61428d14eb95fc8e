import { CompareForm } from "@/components/standard/compare-form";
import { DifferenceList } from "@/components/standard/difference-list";
import { VersionFacts } from "@/components/standard/version-facts";
import { Section } from "@/components/ui/section";
import type { Reader } from "@/lib/platform/format";
import type { SearchParams } from "@/lib/platform/search-params";
import { differences } from "@/lib/standard/versions/difference";
import type { Version } from "@/lib/written-standard/view";

type VersionsViewProps = {
  versions: Version[];
  search: SearchParams;
  reader: Reader;
  now: Date;
};

/** Every version there is or was, and what any two say differently (D.2). */
export function VersionsView({ versions, search, reader, now }: VersionsViewProps) {
  const numbered = (given: string | string[] | undefined, otherwise: Version | undefined) =>
    versions.find(({ version }) => String(version) === given) ?? otherwise;
  const to = numbered(search.to, versions[0]);
  const from = numbered(search.from, versions[1] ?? versions[0]);
  if (!from || !to) return null;
  return (
    <div className="mt-5 grid gap-x-14 gap-y-10 xl:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
      <div className="flex min-w-0 flex-col gap-7">
        {versions.map((version, index) => (
          <Section key={version.version} title={`Version ${version.version}`}>
            <VersionFacts version={version} reader={reader} now={now} />
            {versions[index + 1] && (
              <div className="mt-2">
                <DifferenceList
                  label={`What version ${version.version} changed`}
                  changes={differences(versions[index + 1] ?? version, version)}
                  none="It says the same as the one before."
                />
              </div>
            )}
          </Section>
        ))}
      </div>
      <div className="min-w-0">
        {versions.length > 1 ? (
          <Section title="Compare any two">
            <CompareForm versions={versions.map(({ version }) => version)} from={from} to={to} />
            <DifferenceList
              label={`Version ${from.version} to version ${to.version}`}
              changes={differences(from, to)}
              none="They say the same."
            />
          </Section>
        ) : (
          <p className="text-small text-faint">
            There is one version so far. Any two can be compared here as soon as there are two.
          </p>
        )}
      </div>
    </div>
  );
}
