"use client";

import { useEffect, useState } from "react";
import { Button } from "../../ui/button";
import { Kbd } from "../../ui/kbd";
import { later } from "../../ui/later";
import { OPEN_DIALOG } from "../../ui/open-dialog";
import { useCommandKey } from "../command-key";
import type { NavItem } from "../nav-item";
import { keyOf } from "../shortcut-key";

const load = () => import("./palette");
// While it comes, it is there for whoever types on: no letter may press a button of the page.
const Coming = () => <div role="dialog" aria-label="Go to" aria-busy="true" className="sr-only" />;
const Palette = later(() => load().then((file) => file.Palette), Coming);

const isCommandK = (event: KeyboardEvent) =>
  keyOf(event) === "k" &&
  (event.metaKey || event.ctrlKey) &&
  !(event.altKey || event.shiftKey || event.isComposing);

type PaletteKeyProps = { items: readonly NavItem[]; findsLeads: boolean };

/** ⌘K or Ctrl K opens the palette, from wherever one is; so does its button. */
export function PaletteKey({ items, findsLeads }: PaletteKeyProps) {
  const [open, setOpen] = useState<boolean>();
  const command = useCommandKey();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // A hand that is on its way to K.
      if (event.key === "Control" || event.key === "Meta") void load().catch(() => {});
      if (!isCommandK(event)) return;
      event.preventDefault();
      setOpen((was) => was || !document.querySelector(OPEN_DIALOG));
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return (
    <>
      <div className="-ml-2 hidden sm:pointer-fine:block">
        <Button
          variant="bare"
          aria-keyshortcuts="Meta+K Control+K"
          onClick={() => setOpen(true)}
          className="px-2 text-label font-normal"
        >
          Go to
          <Kbd silent>{command} K</Kbd>
        </Button>
      </div>
      {open !== undefined && (
        <Palette open={open} onOpenChange={setOpen} items={items} findsLeads={findsLeads} />
      )}
    </>
  );
}
