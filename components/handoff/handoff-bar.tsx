"use client";

import { PositionBar } from "../shell/position-bar";
import { ButtonLink } from "../ui/button-link";
import { HandoffActions } from "./handoff-actions";
import { ClockFace } from "./sheet/clock-face";
import type { BarWords } from "./words/bar";
import type { ClockWords } from "./words/clock";

type HandoffBarProps = { words: BarWords; clock: ClockWords };

/** Where one is in the list, what the clock says, and what to do. Stays in sight. */
export function HandoffBar({ words, clock }: HandoffBarProps) {
  const { phone, warned, decided, documentHref, ...place } = words;
  return (
    <PositionBar {...place}>
      <ClockFace {...clock} />
      <HandoffActions phone={phone} warned={warned} decided={decided} />
      {documentHref && (
        <ButtonLink href={documentHref} kbd="E">
          Document
        </ButtonLink>
      )}
    </PositionBar>
  );
}
