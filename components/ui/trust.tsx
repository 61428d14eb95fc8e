"use client";

import { Tooltip } from "./tooltip";

export type TrustLevel = "verified" | "captured" | "estimated" | "absent";

export type TrustProps = {
  level: TrustLevel;
  /** Shown in place of the level where a better word exists: "deliverable", "verified · mobile". */
  word?: string;
  /** Where the value comes from: "ZoomInfo", "the form". */
  source?: string;
  /** How old it is, in words: "2 days ago". */
  age?: string;
  /** Anything else worth a line: "Mail exchanger answered". */
  note?: string | readonly string[];
};

/** Trust is a word. Its source and age come up on hover, focus and tap, and are read aloud. */
export function Trust({ level, word = level, source, age, note }: TrustProps) {
  const look = `trust trust-${level}`;
  const origin = [source && `From ${source}`, age].filter(Boolean).join(", ");
  const lines = [origin, ...[note ?? []].flat()].filter(Boolean);
  if (lines.length === 0) return <span className={look}>{word}</span>;
  return (
    <Tooltip lines={lines} className={`explained ${look}`}>
      {word}
    </Tooltip>
  );
}
