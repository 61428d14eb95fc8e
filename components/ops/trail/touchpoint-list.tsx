import { ChevronRight } from "lucide-react";
import type { DossierTrail, TouchpointLine } from "@/lib/documentation/dossier/trail";
import { formatDayRange, type Reader } from "@/lib/platform/format";
import { TRAIL_MIN } from "@/lib/standard/behavioral-trail";
import { linesFrom } from "@/lib/trail/wording/lines-from";
import { Section } from "../../ui/section";
import { Deeds } from "../deeds";
import { ChoiceButton } from "./choice-button";
import { type LineInHand, LineTools } from "./line-tools";
import { OtherLines } from "./other-lines";
import { TrailDesk } from "./trail-desk";

type TouchpointListProps = {
  leadId: string;
  trail: DossierTrail;
  activityCount: number;
  reEngaged: boolean;
  now: Date;
  reader: Reader;
};

type TouchpointProps = { leadId: string; line: TouchpointLine; now: Date; reader: Reader };

function Touchpoint({ leadId, line, now, reader }: TouchpointProps) {
  const { text, count, firstAt, lastAt, deeds, activityIds } = line;
  const range = formatDayRange(new Date(firstAt), new Date(lastAt), reader, now, "short");
  return (
    <li data-line={line.key} className="relative border-b border-line last:border-b-0">
      <details className="group">
        <summary className="flex min-h-9 items-start gap-2 py-1.5 pr-[88px] -outline-offset-2 pointer-coarse:pr-[146px]">
          <ChevronRight
            aria-hidden="true"
            className="mt-[3px] size-3.5 shrink-0 text-faint transition-transform group-open:rotate-90"
          />
          <span className="min-w-0 flex-1">
            <span className="block wrap-anywhere">{text}</span>
            <span className="num block text-small text-faint">
              {[
                range,
                count === 1 ? "1 activity" : `${count} activities`,
                ...editedWords(line),
              ].join(" · ")}
            </span>
          </span>
        </summary>
        <div className="pl-5.5">
          <Deeds
            deeds={deeds}
            more={count - deeds.length}
            now={now}
            reader={reader}
            chosenAs="Brought back"
            act={(deed) => (
              <ChoiceButton
                leadId={leadId}
                wanted="left_out"
                activityIds={[deed.id]}
                what={deed.text}
              />
            )}
          />
          {count > 1 && (
            <ChoiceButton
              leadId={leadId}
              wanted="left_out"
              activityIds={activityIds}
              what={text}
              label="Leave the whole line out"
            />
          )}
        </div>
      </details>
      <LineTools line={toolsOf(line)} />
    </li>
  );
}

/** What a person did to a line. */
function editedWords({ pinned, merged, text, ruleText }: TouchpointLine): string[] {
  return [pinned && "pinned", merged && "merged", text !== ruleText && "reworded"].filter(
    (word) => word !== false,
  );
}

/** What the browser needs to know of a line; its activities stay where they are drawn. */
function toolsOf(line: TouchpointLine): LineInHand {
  const { key, text, ruleText, pinned, merged, sentence, clause } = line;
  return { key, text, ruleText, pinned, merged, sentence, clause };
}

/** The curated trail (C3.8), each line with the activities behind it. */
export function TouchpointList(props: TouchpointListProps) {
  const { leadId, trail, activityCount, reEngaged, now, reader } = props;
  const { lines: touchpoints, others, dropped, version } = trail;
  const aside = linesFrom(touchpoints.length, activityCount, reader.locale);
  return (
    <Section title="Touchpoints" aside={<span className="num">{aside}</span>}>
      {reEngaged && (
        <p className="mb-1 text-small text-warn">Re-engaged: it went quiet and came back.</p>
      )}
      <TrailDesk leadId={leadId} version={version} keys={touchpoints.map(({ key }) => key)}>
        {touchpoints.length > 0 && (
          <ol>
            {touchpoints.map((line) => (
              <Touchpoint key={line.key} leadId={leadId} line={line} now={now} reader={reader} />
            ))}
          </ol>
        )}
        {touchpoints.length < TRAIL_MIN && (
          <p className="text-small text-faint">
            {touchpoints.length === 0
              ? "Nothing this lead did lately tells a rep anything."
              : "A trail wants at least three lines; this lead did less that says something."}
          </p>
        )}
        <OtherLines others={others} dropped={dropped} edited={version > 0} />
      </TrailDesk>
    </Section>
  );
}
