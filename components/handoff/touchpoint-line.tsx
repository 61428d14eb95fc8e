"use client";

import { Time } from "../ui/time";
import { TouchpointIcon } from "./touchpoint-icon";

type TouchpointLineProps = {
  kind: string;
  text: string;
  /** When it last happened: ISO 8601, exactly in words, and in a word. */
  at: string;
  exact: string;
  when: string;
};

/** One touchpoint of the curated trail, in the reader's words. */
export function TouchpointLine({ kind, text, at, exact, when }: TouchpointLineProps) {
  return (
    <li className="touchpoint">
      <TouchpointIcon kind={kind} />
      <span>{text}</span>
      <Time at={at} exact={exact} className="text-small text-faint">
        {when}
      </Time>
    </li>
  );
}
