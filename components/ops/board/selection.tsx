"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { shortcutKey } from "../../shell/shortcut-key";
import { OPEN_DIALOG } from "../../ui/open-dialog";
import { between, within } from "./selected";

type Selection = {
  selected: ReadonlySet<string>;
  /** The leads of this page, in its order. */
  page: readonly string[];
  /** `range` selects everything from the one pressed before up to this one. */
  toggle: (id: string, range: boolean) => void;
  /** Replaces what is selected; more than the page has is taken as chosen beyond it. */
  choose: (ids: readonly string[]) => void;
};

const SelectionContext = createContext<Selection | null>(null);

/** What is selected in the table around it; null where rows cannot be selected. */
export const useSelection = (): Selection | null => useContext(SelectionContext);

const busyElsewhere = () => document.querySelector(`${OPEN_DIALOG}, [role=menu]`) !== null;

/** The lead of the row that has the focus. */
function focusedLead(): string | undefined {
  const row = document.activeElement?.closest("tr");
  return row?.querySelector<HTMLInputElement>("input[data-select]")?.value;
}

/** Keeps which rows are selected: by checkbox, with Shift a range, by X on the row in focus. */
export function SelectionDesk({
  page,
  children,
}: {
  page: readonly string[];
  children: ReactNode;
}) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [beyond, setBeyond] = useState(false);
  const [last, setLast] = useState<string>();
  // A lead that became complete has left the list, and the selection with it.
  const selected = beyond ? picked : within(picked, page);

  function toggle(id: string, range: boolean) {
    const next = new Set(selected);
    const on = !selected.has(id);
    for (const each of range && last ? between(page, last, id) : [id]) {
      if (on) next.add(each);
      else next.delete(each);
    }
    setPicked(next);
    setBeyond(false);
    setLast(id);
  }

  function choose(ids: readonly string[]) {
    setPicked(new Set(ids));
    setBeyond(ids.some((id) => !page.includes(id)));
  }

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (busyElsewhere()) return;
      if (event.key === "Escape" && !event.defaultPrevented && selected.size > 0) choose([]);
      const id = shortcutKey(event, event.target) === "x" ? focusedLead() : undefined;
      if (!id) return;
      event.preventDefault();
      toggle(id, event.shiftKey);
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });

  return <SelectionContext value={{ selected, page, toggle, choose }}>{children}</SelectionContext>;
}
