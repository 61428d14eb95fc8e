"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { Button } from "../ui/button";

type MoveButtonsProps = {
  /** What the row is called. */
  name: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: 1 | -1) => void;
};

/** Moves a row of a list up or down; the focus goes with it. */
export function MoveButtons({ name, isFirst, isLast, onMove }: MoveButtonsProps) {
  const ways = [
    { by: -1, label: `Move ${name} up`, Icon: ArrowUp, off: isFirst },
    { by: 1, label: `Move ${name} down`, Icon: ArrowDown, off: isLast },
  ] as const;
  return ways.map(({ by, label, Icon, off }) => (
    <Button
      key={by}
      variant="bare"
      className="px-1.5 pointer-coarse:min-w-11"
      aria-label={label}
      aria-disabled={off || undefined}
      onClick={({ currentTarget }) => {
        if (off) return;
        onMove(by);
        // Moving a row in the page takes the focus off its button.
        requestAnimationFrame(() => currentTarget.focus());
      }}
    >
      <Icon aria-hidden="true" className={off ? "size-4 opacity-30" : "size-4"} />
    </Button>
  ));
}
