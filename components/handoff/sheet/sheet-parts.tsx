"use client";

import type { ReactNode } from "react";
import { CATEGORY_NAMES } from "@/lib/standard/category-names";
import { classNames } from "../../ui/class-names";
import { Section } from "../../ui/section";
import type { ReadPart } from "../evidence/part";
import type { SheetWords } from "../words/sheet";
import { BehavioralTrail } from "./behavioral-trail";
import { FieldLines } from "./field-lines";
import { ScoringContext } from "./scoring-context";
import { NotesAndFlags, Summary } from "./summary";
import { WhyNow } from "./why-now";

// The order in the document is the order to read in, C1 to C5 (Q.3); the grid only places it.
const WIDE = {
  grid: "sheet grid gap-x-8.5 gap-y-(--apart) roomy:grid-cols-[minmax(0,1fr)_minmax(0,312px)_minmax(0,272px)] roomy:grid-rows-[auto_auto_1fr] cramped:grid-cols-[minmax(0,1fr)_minmax(0,312px)] cramped:grid-rows-[auto_auto_1fr_auto]",
  reach: "flex flex-col gap-y-5 roomy:row-span-3",
  trail: "flex flex-col gap-y-(--apart) roomy:col-start-1 roomy:row-start-2",
  score:
    "flex flex-col gap-y-5 roomy:row-span-3 roomy:col-start-3 roomy:row-start-1 cramped:row-span-1 cramped:row-start-4 cramped:col-span-2 cramped:col-start-1 cramped:grid cramped:grid-cols-subgrid",
  end: "roomy:col-start-1 roomy:row-start-3",
};
/** Beside the text that is being written: the first column, then the second and the third. */
const NARROW = {
  grid: "flex flex-col gap-y-4",
  reach: "order-3 flex flex-col gap-y-5",
  trail: "order-1 flex flex-col gap-y-3.5",
  score: "order-4 flex flex-col gap-y-5",
  end: "order-2",
};

/** Characters of the first column that leave its sections room on one screen (Q.3). */
const ROOMY = 800;
/** The same with whom it is of, who stands above it. */
const FULL = 1_050;
/** What a line above or below the snapshot takes of that room. */
const LINE = 50;

/** Where the first column has so much to say that its sections stand closer, and its lines. */
function look(words: SheetWords, besides: number): string | false {
  const { trigger, opener, summary, trail, notes, flags, contactBasics } = words;
  const texts = [...trail.touchpoints, ...notes, ...flags].map(({ text }) => text);
  const length = [trigger, opener, summary?.text, ...texts].join("").length + besides * LINE;
  if (length <= ROOMY) return false;
  const above = contactBasics.map((line) => line.words).join("").length;
  return length + above > FULL ? "sheet-full sheet-packed" : "sheet-full";
}

type SheetPartsProps = {
  words: SheetWords;
  evidence: ReadPart;
  /** In place of the snapshot's summary: the one that is being written. */
  summary?: ReactNode;
  narrow?: boolean;
  /** Lines that stand above and below the snapshot: warnings, and what came since. */
  besides?: number;
  /** What is not of the snapshot: what came since, and what can be done. */
  children?: ReactNode;
};

/** The snapshot on a rep's page, part by part; the editor's preview is made of the same. */
export function SheetParts(props: SheetPartsProps) {
  const { words, evidence, summary, narrow, besides = 0, children } = props;
  const { marks } = words;
  const place = narrow ? NARROW : WIDE;
  return (
    <div className={classNames(place.grid, look(words, besides))}>
      <WhyNow trigger={words.trigger} opener={words.opener} />
      <div className={place.reach}>
        <Section title={CATEGORY_NAMES.contactBasics} mark={marks.contactBasics}>
          <FieldLines lines={words.contactBasics} />
        </Section>
        <Section title={CATEGORY_NAMES.companyIntelligence} mark={marks.companyIntelligence}>
          <FieldLines lines={words.companyIntelligence} />
        </Section>
      </div>
      <div className={place.trail}>
        <BehavioralTrail words={words} read={evidence} />
        {summary ?? <Summary summary={words.summary} />}
        <NotesAndFlags notes={words.notes} flags={words.flags} />
      </div>
      <div className={place.score}>
        <ScoringContext words={words} />
        <Section
          title={CATEGORY_NAMES.handoffMetadata}
          mark={marks.handoffMetadata}
          aside={words.standard}
        >
          <FieldLines lines={words.metadata} />
        </Section>
      </div>
      {children && <div className={place.end}>{children}</div>}
    </div>
  );
}
