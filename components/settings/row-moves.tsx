"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import type { ComponentProps, MouseEvent } from "react";
import { Button } from "../ui/button";

type MoveProps = Pick<ComponentProps<typeof Button>, "onClick"> & {
  label: string;
  icon: typeof X;
  off?: boolean;
};

function Move({ label, icon: Icon, off = false, onClick }: MoveProps) {
  return (
    <Button
      variant="bare"
      className="px-1.5"
      aria-label={label}
      aria-disabled={off || undefined}
      onClick={off ? undefined : onClick}
    >
      <Icon aria-hidden="true" className={`size-4 ${off ? "opacity-30" : ""}`} />
    </Button>
  );
}

type RowMovesProps = {
  /** What the row is called. */
  name: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
};

/** Moves or removes a row of a list; the focus goes with it, or to the row beside. */
export function RowMoves({ name, isFirst, isLast, onMove, onRemove }: RowMovesProps) {
  function move(by: 1 | -1, { currentTarget }: MouseEvent<HTMLButtonElement>) {
    onMove(by);
    // Moving a row in the page takes the focus off its button.
    requestAnimationFrame(() => currentTarget.focus());
  }
  function remove({ currentTarget }: MouseEvent<HTMLButtonElement>) {
    const row = currentTarget.closest("li");
    const other = row?.nextElementSibling ?? row?.previousElementSibling;
    onRemove();
    other?.querySelector("input")?.focus();
  }
  return (
    <div className="ml-auto flex items-center justify-end max-sm:self-end sm:pt-[18px]">
      <Move
        label={`Move ${name} up`}
        icon={ArrowUp}
        off={isFirst}
        onClick={(event) => move(-1, event)}
      />
      <Move
        label={`Move ${name} down`}
        icon={ArrowDown}
        off={isLast}
        onClick={(event) => move(1, event)}
      />
      <Move label={`Remove ${name}`} icon={X} onClick={remove} />
    </div>
  );
}
