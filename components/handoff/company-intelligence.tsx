import type { z } from "zod";
import type { Snapshot } from "@/lib/handoff/snapshot";
import { formatAge } from "@/lib/platform/format";
import { CRM_MATCHES, type CrmMatch, icpSubScore } from "@/lib/standard/company-intelligence";
import { Fields } from "../ui/fields";
import { Section } from "../ui/section";
import { Explained } from "./explained";
import { FieldLine } from "./field-line";
import type { Reading } from "./field-state";
import { TechStack } from "./tech-stack";
import { isWarning } from "./warning";

type CategoryProps = { snapshot: Snapshot; reading: Reading };

/** C2.5 says when it was checked in so many words: 'none' is only as good as its age. */
function CrmMatchWords({ snapshot, reading }: CategoryProps) {
  const field = snapshot.fields["C2.5"];
  if (!field) return null;
  const match = field.value as CrmMatch;
  return (
    <>
      <span className={isWarning(match) ? "font-medium text-bad" : undefined}>
        {CRM_MATCHES[match]}
      </span>
      <span className="text-faint">
        , checked {formatAge(new Date(field.obtainedAt), reading.now, reading.reader)}
      </span>
    </>
  );
}

type Icp = z.infer<typeof icpSubScore>;

function Unmet({ missed, unknown }: Icp) {
  const lines = [
    ["Missed", missed],
    ["Not known", unknown],
  ] as const;
  return lines.map(
    ([name, list]) =>
      list.length > 0 && (
        <span key={name} className="block text-faint">
          {name}: {list.join("; ")}
        </span>
      ),
  );
}

/** How many criteria are met; which ones comes up on hover, focus and tap, and is read aloud. */
function Met({ met, missed, unknown }: Icp) {
  const words = `${met.length} of ${met.length + missed.length + unknown.length} met`;
  if (met.length === 0) return words;
  return (
    <Explained words={words} label="Met">
      {met}
    </Explained>
  );
}

/** C2, from enrichment. */
export function CompanyIntelligence({ snapshot, reading }: CategoryProps) {
  const common = { snapshot, reading };
  const icp = icpSubScore.safeParse(snapshot.fields["C2.7"]?.value).data;
  return (
    <Section title="Company intelligence" mark={snapshot.completeness.companyIntelligence}>
      <Fields>
        <FieldLine id="C2.5" label="CRM match" {...common}>
          {() => <CrmMatchWords {...common} />}
        </FieldLine>
        <FieldLine id="C2.1" label="Employees" {...common} />
        <FieldLine id="C2.2" label="Revenue" {...common} />
        <FieldLine id="C2.3" label="Industry" {...common} />
        <FieldLine id="C2.4" label="Tech stack" {...common}>
          {(words) => <TechStack field={snapshot.fields["C2.4"]} words={words} />}
        </FieldLine>
        <FieldLine id="C2.6" label="ICP tier" {...common}>
          {(words) => <strong className="font-semibold">{words}</strong>}
        </FieldLine>
        <FieldLine id="C2.7" label="Criteria" {...common} below={icp && <Unmet {...icp} />}>
          {(words) => (icp ? <Met {...icp} /> : words)}
        </FieldLine>
      </Fields>
    </Section>
  );
}
