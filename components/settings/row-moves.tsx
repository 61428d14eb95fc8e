"use client";

import { X } from "lucide-react";
import type { ComponentProps, MouseEvent } from "react";
import { MoveButtons } from "../form/move-buttons";
import { Button } from "../ui/button";

type RowMovesProps = ComponentProps<typeof MoveButtons> & { onRemove: () => void };

/** Moves or removes a row of a list; the focus goes with it, or to the row beside. */
export function RowMoves({ onRemove, ...row }: RowMovesProps) {
  function remove({ currentTarget }: MouseEvent<HTMLButtonElement>) {
    const line = currentTarget.closest("li");
    const other = line?.nextElementSibling ?? line?.previousElementSibling;
    onRemove();
    other?.querySelector("input")?.focus();
  }
  return (
    <div className="ml-auto flex items-center justify-end max-sm:self-end sm:pt-[18px]">
      <MoveButtons {...row} />
      <Button
        variant="bare"
        className="px-1.5 pointer-coarse:min-w-11"
        aria-label={`Remove ${row.name}`}
        onClick={remove}
      >
        <X aria-hidden="true" className="size-4" />
      </Button>
    </div>
  );
}
