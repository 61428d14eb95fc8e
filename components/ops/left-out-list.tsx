import type { LeftOutLine } from "@/lib/documentation/dossier/trail";
import type { Reader } from "@/lib/platform/format";
import { Section } from "../ui/section";
import { Deeds } from "./deeds";

type LeftOutListProps = { leftOut: readonly LeftOutLine[]; now: Date; reader: Reader };

/** What stays out of the handoff, by the rule that says so (X.6). */
export function LeftOutList({ leftOut, now, reader }: LeftOutListProps) {
  if (leftOut.length === 0) return null;
  const total = leftOut.reduce((sum, { count }) => sum + count, 0);
  const aside = total === 1 ? "1 activity" : `${total} activities`;
  return (
    <Section title="Left out" aside={<span className="num">{aside}</span>}>
      {leftOut.map(({ rule, label, count, deeds }) => (
        <details key={rule}>
          <summary className="flex min-h-6 items-baseline gap-2.5 text-small hover:text-ink">
            <span className="num w-7 shrink-0 text-right font-medium">{count}</span>
            <span className="text-soft">{label}</span>
          </summary>
          <div className="pl-9.5">
            <Deeds deeds={deeds} more={count - deeds.length} now={now} reader={reader} />
          </div>
        </details>
      ))}
    </Section>
  );
}
