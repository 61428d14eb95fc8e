"use client";

import { Time } from "../ui/time";
import { TouchpointIcon } from "./touchpoint-icon";
import type { TouchpointWords } from "./words/behavioral-trail";

/** One touchpoint of the curated trail, in the reader's words. */
export function TouchpointLine({ kind, text, at, exact, when }: TouchpointWords) {
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
