import { DifferenceList } from "@/components/standard/difference-list";
import { StandardDocument } from "@/components/standard/standard-document";
import { VersionFacts } from "@/components/standard/version-facts";
import { Section } from "@/components/ui/section";
import type { Reader } from "@/lib/platform/format";
import { differences } from "@/lib/standard/versions/difference";
import { upcomingAt } from "@/lib/written-standard/versions";
import type { Version } from "@/lib/written-standard/view";

type InForceViewProps = { versions: Version[]; inForce: Version; reader: Reader; now: Date };

/** What counts now, and what will. */
export function InForceView({ versions, inForce, reader, now }: InForceViewProps) {
  const upcoming = upcomingAt(versions, now);
  const before = (index: number) => upcoming[index - 1] ?? inForce;
  return (
    <div className="mt-2 grid gap-x-14 gap-y-8 xl:grid-cols-[minmax(0,1fr)_300px]">
      <StandardDocument label={`Version ${inForce.version}`} terms={inForce} />
      <div className="flex min-w-0 flex-col gap-8 max-xl:order-first max-xl:mt-3 xl:mt-5">
        <Section title={`Version ${inForce.version}`}>
          <VersionFacts version={inForce} reader={reader} now={now} />
        </Section>
        {upcoming.map((version, index) => (
          <Section key={version.version} title={`Coming: version ${version.version}`}>
            <VersionFacts version={version} reader={reader} now={now} />
            <div className="mt-3">
              <DifferenceList
                label={`What version ${version.version} changes`}
                changes={differences(before(index), version)}
                none="It says the same."
              />
            </div>
          </Section>
        ))}
        <p className="text-small text-faint">
          A lead is handed off when every required field of the categories that hold leads is there
          as it is wanted. Each handoff keeps the version it was judged by.
        </p>
      </div>
    </div>
  );
}
