"use client";

import { Time } from "../../ui/time";
import type { TouchpointWords } from "../words/behavioral-trail";

/** One touchpoint of the curated trail, in the reader's words. */
export function TouchpointLine({ kind, text, at, exact, when }: TouchpointWords) {
  return (
    <li className={`touchpoint touchpoint-${kind}`}>
      <span>{text}</span>
      <Time at={at} exact={exact} className="text-small text-faint">
        {when}
      </Time>
    </li>
  );
}
