import type { LeftOutLine } from "@/lib/documentation/dossier/trail";
import { trailSettingsAddress } from "@/lib/platform/address";
import type { Reader } from "@/lib/platform/format";
import { formatCount } from "@/lib/platform/format-number";
import { Section } from "../../ui/section";
import { Deeds } from "../deeds";
import { ChoiceButton } from "./choice-button";

type LeftOutListProps = {
  leadId: string;
  leftOut: readonly LeftOutLine[];
  now: Date;
  reader: Reader;
};

type RuleProps = { leadId: string; line: LeftOutLine; now: Date; reader: Reader };

function Rule({ leadId, line, now, reader }: RuleProps) {
  const { rule, label, why, count, deeds } = line;
  return (
    <details>
      <summary className="opens-row flex items-baseline gap-2.5 text-small">
        <span className="num w-7 shrink-0 text-right font-medium">{count}</span>
        <span className="text-soft">{label}</span>
      </summary>
      <div className="pl-9.5">
        <p className="mt-1 text-small text-faint">{why}</p>
        <Deeds
          deeds={deeds}
          more={count - deeds.length}
          now={now}
          reader={reader}
          chosenAs="Left out"
          act={({ id, text }) => (
            <ChoiceButton leadId={leadId} wanted="brought_back" activityIds={[id]} what={text} />
          )}
        />
        {count > 1 && (
          <ChoiceButton
            leadId={leadId}
            wanted="brought_back"
            rule={rule}
            what={label}
            label={`Bring all ${count} back`}
          />
        )}
      </div>
    </details>
  );
}

/** What stays out of the handoff, by the rule that says so; a person may say otherwise (X.6). */
export function LeftOutList({ leadId, leftOut, now, reader }: LeftOutListProps) {
  if (leftOut.length === 0) return null;
  const total = leftOut.reduce((sum, { count }) => sum + count, 0);
  const aside = (
    <span className="num">
      {formatCount(total, "activity", "activities", reader.locale)}
      {", "}
      <a href={trailSettingsAddress()} className="underline underline-offset-3">
        the rules
      </a>
    </span>
  );
  return (
    <Section title="Left out" aside={aside}>
      {leftOut.map((line) => (
        <Rule key={line.rule} leadId={leadId} line={line} now={now} reader={reader} />
      ))}
    </Section>
  );
}
