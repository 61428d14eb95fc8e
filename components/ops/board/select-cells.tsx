"use client";

import { useEffect, useRef } from "react";
import { useSelection } from "./selection";

// As large as a target must be, and above the link that covers the row; a finger's takes no more room.
const look =
  "relative z-2 -my-1 grid size-6 cursor-pointer place-items-center pointer-coarse:-mx-2.5 pointer-coarse:-my-3.5 pointer-coarse:size-11";
const shifted = (event: { nativeEvent: Event }) =>
  event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey;

/** Selects one lead; with Shift everything since the one before. */
export function SelectRow({ id, name }: { id: string; name: string }) {
  const selection = useSelection();
  if (!selection) return null;
  return (
    <label className={look}>
      <span className="sr-only">Select {name}</span>
      <input
        type="checkbox"
        data-select=""
        value={id}
        checked={selection.selected.has(id)}
        onChange={(event) => selection.toggle(id, shifted(event))}
        className="size-4"
      />
    </label>
  );
}

/** Selects every lead of the page, or none. */
export function SelectPage() {
  const selection = useSelection();
  const box = useRef<HTMLInputElement>(null);
  const here = selection?.page.filter((id) => selection.selected.has(id)).length ?? 0;
  const all = here > 0 && here === selection?.page.length;
  useEffect(() => {
    if (box.current) box.current.indeterminate = here > 0 && !all;
  }, [here, all]);
  if (!selection) return null;
  return (
    <label className={look}>
      <span className="sr-only">Select every lead of this page</span>
      <input
        ref={box}
        type="checkbox"
        checked={all}
        onChange={() => selection.choose(all ? [] : selection.page)}
        className="size-4"
      />
    </label>
  );
}
