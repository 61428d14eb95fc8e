import type { AuditHead } from "@/lib/audit/sample/view";
import { drawAddress } from "@/lib/platform/address";
import { formatMoment, type Reader } from "@/lib/platform/format";
import { formatCount } from "@/lib/platform/format-number";
import { inSentence } from "@/lib/trail/wording/prose";
import { FieldRow, Fields } from "../../ui/fields";
import { sampleWords, standingWords, windowWords } from "./head-line";

type AuditFactsProps = {
  head: AuditHead;
  /** True where the seed, asked again, gives these very leads. */
  drawnAgain: boolean;
  mayDraw: boolean;
  reader: Reader;
  now: Date;
};

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** What it takes to draw the sample again (A.1): window, size, strata and seed; and who judges it. */
export function AuditFacts({ head, drawnAgain, mayDraw, reader, now }: AuditFactsProps) {
  const { from, until, size, strata, seed, seedTyped, swaps, drawnBy, at } = head;
  const to = dayOf(new Date(until.getTime() - 1));
  return (
    <Fields>
      <FieldRow name="Routed">{windowWords(head, reader, now)}, days of UTC</FieldRow>
      <FieldRow name="Sample">
        {sampleWords(head, reader.locale)}
        {swaps > 0 && `, ${formatCount(swaps, "lead", "leads", reader.locale)} swapped`}
      </FieldRow>
      <FieldRow name="Seed">
        <code className="font-sans font-medium">{seed}</code>
        <span className="text-faint">{seedTyped ? ", typed" : ", by chance"}. </span>
        {drawnAgain
          ? "Drawn again from it just now: the same leads."
          : "Drawn again from it just now: other leads. Tell whoever runs Baton."}{" "}
        {mayDraw && (
          <a
            href={drawAddress({ from: dayOf(from), to, size, strata, seed })}
            className="underline underline-offset-3 print:hidden"
          >
            Draw it anew
          </a>
        )}
      </FieldRow>
      <FieldRow name="Drawn">
        {drawnBy}, {inSentence(formatMoment(at, reader, now))}
      </FieldRow>
      <FieldRow name="Judged">{standingWords(head, reader.locale)}</FieldRow>
    </Fields>
  );
}
