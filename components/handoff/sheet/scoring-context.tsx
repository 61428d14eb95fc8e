"use client";

import { CATEGORY_NAMES } from "@/lib/standard/category-names";
import { Bars } from "../../ui/bar";
import { classNames } from "../../ui/class-names";
import { Section } from "../../ui/section";
import { Sparkline } from "../../ui/sparkline";
import { Trust } from "../../ui/trust";
import type { ScoreWords } from "../words/scoring-context";
import type { SheetWords } from "../words/sheet";
import { AbsentPart } from "./field-name";
import { ScoreList } from "./score-list";

const colours = { rising: "text-good", stable: "text-soft", decaying: "text-bad" } as const;

function Trend({ direction, words, totals, label }: NonNullable<ScoreWords["trend"]>) {
  return (
    <>
      <Sparkline values={totals} label={label} />
      <p className={classNames("num w-full text-small", colours[direction])}>{words}</p>
    </>
  );
}

/** C4: the number, which way it goes, and every point of it (C4.1 to C4.5). */
export function ScoringContext({ words }: { words: Pick<SheetWords, "score" | "marks"> }) {
  const { total, trust, trend, set, parts, shown, rest, more } = words.score;
  return (
    <Section
      title={CATEGORY_NAMES.scoringContext}
      mark={words.marks.scoringContext}
      aside={trust && <Trust {...trust} />}
    >
      {total === null ? (
        <AbsentPart id="C4.1" label="Score" />
      ) : (
        <div className="mb-3 flex flex-wrap items-end gap-x-3 gap-y-1">
          <p className="num text-score font-bold tracking-[-0.03em]">{total}</p>
          {trend && <Trend {...trend} />}
        </div>
      )}
      {set && <p className="mb-2 text-small wrap-anywhere">{set}</p>}
      {parts.length > 0 && <Bars rows={parts} />}
      {shown.length > 0 && <ScoreList shown={shown} rest={rest} more={more} />}
    </Section>
  );
}
