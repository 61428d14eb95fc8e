"use client";

import { useMemo } from "react";
import { Desk } from "./desk";
import type { LaterParts } from "./evidence/part";
import { SawCorrections } from "./saw-corrections";
import { HandoffSheet } from "./sheet/handoff-sheet";
import type { HandoffWords } from "./words/handoff";

type HandoffPageProps = {
  /** `HandoffWords` as JSON: the page is written with one text, not with each of its hundreds of values. */
  text: string;
  parts: LaterParts;
};

/** A handoff as its page: for the rep it was given to with all that they do with it. */
export function HandoffPage({ text, parts }: HandoffPageProps) {
  const words = useMemo<HandoffWords>(() => JSON.parse(text), [text]);
  const { id, own, corrected, reported, identity, bar } = words;
  const sheet = <HandoffSheet words={words} parts={parts} />;
  if (!own) return sheet;
  return (
    <>
      {corrected && <SawCorrections handoffId={id} latest={corrected} />}
      <Desk
        key={id}
        handoffId={id}
        leadName={identity.name || "This lead"}
        reported={reported}
        closed={bar.decided}
      >
        {sheet}
      </Desk>
    </>
  );
}
