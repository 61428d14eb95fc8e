"use client";

import { WarnBar } from "../../ui/warn-bar";
import type { WarningWords } from "../words/warnings";

/** The first thing on the page: a reason not to call, if there is one (Q.3). */
export function Warnings({ warnings }: { warnings: readonly WarningWords[] }) {
  return warnings.map(({ tone, lead, words }) => (
    <WarnBar key={lead} tone={tone} lead={lead}>
      {words}
    </WarnBar>
  ));
}
