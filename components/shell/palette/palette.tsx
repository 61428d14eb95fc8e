"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { useState } from "react";
import { Dialog } from "../../ui/dialog";
import { Kbd } from "../../ui/kbd";
import type { NavItem } from "../nav-item";
import { useGoTo } from "../use-go-to";
import { actionsHere } from "./actions-here";
import { matching, type PaletteGroup, type PaletteItem } from "./palette-items";
import { useFoundLeads } from "./use-found-leads";

type PaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  items: readonly NavItem[];
  /** Whether the reader has leads of their own. */
  findsLeads: boolean;
};

/** Where one can go and what one can do, by typing. */
export function Palette({ open, onOpenChange, ...rest }: PaletteProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Go to">
      <PaletteList {...rest} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

type PaletteListProps = Omit<PaletteProps, "open" | "onOpenChange"> & { onDone: () => void };

function PaletteList({ items, findsLeads, onDone }: PaletteListProps) {
  const goTo = useGoTo();
  const [words, setWords] = useState("");
  // What the page can do does not change while one chooses.
  const [actions] = useState(actionsHere);
  const { leads, failed } = useFoundLeads(findsLeads ? words : "");
  const pages = items.map(({ label, href }): PaletteItem => ({ id: href, label, href }));
  const groups: PaletteGroup[] = [
    { name: "Leads", items: leads },
    { name: "On this page", items: matching(actions, words) },
    { name: "Pages", items: matching(pages, words) },
  ].filter((group) => group.items.length > 0);

  function choose(item: PaletteItem) {
    onDone();
    // The dialog gives the focus back first, and only then may a page's own button act.
    if (item.href) void goTo(item.href);
    else if (item.press) setTimeout(item.press);
  }
  return (
    <Autocomplete.Root
      inline
      open
      items={groups}
      filter={null}
      autoHighlight="always"
      value={words}
      onValueChange={setWords}
      itemToStringValue={(item: PaletteItem) => item.label}
    >
      <Autocomplete.Input
        aria-label={findsLeads ? "A lead, a page or an action" : "A page or an action"}
        placeholder={findsLeads ? "A lead, a page or an action" : "A page or an action"}
        className="w-full rounded-control border border-control bg-surface px-3 py-2 text-body"
      />
      <Autocomplete.Status className="mt-2 text-small text-faint empty:hidden">
        {failed
          ? "Leads cannot be looked for now: no answer came."
          : groups.length === 0
            ? "Nothing is called that."
            : null}
      </Autocomplete.Status>
      <Autocomplete.List className="mt-2 max-h-[50vh] overflow-y-auto outline-none">
        {(group: PaletteGroup) => (
          <Autocomplete.Group key={group.name} items={group.items} className="pb-2">
            <Autocomplete.GroupLabel className="px-2.5 py-1 text-label text-faint">
              {group.name}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: PaletteItem) => (
                <Autocomplete.Item
                  key={item.id}
                  value={item}
                  onClick={() => choose(item)}
                  className="flex min-h-9 cursor-default items-center gap-2 rounded-[5px] px-2.5 outline-none data-highlighted:bg-hover forced-colors:data-highlighted:outline pointer-coarse:min-h-11"
                >
                  <span className="min-w-0 flex-1 truncate">
                    {item.label}
                    {item.detail && <span className="text-faint"> {item.detail}</span>}
                  </span>
                  {item.kbd && <Kbd>{item.kbd}</Kbd>}
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}
