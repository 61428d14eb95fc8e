"use client";

import { useEffect, useState } from "react";
import { Button } from "../ui/button";
import { later } from "../ui/later";
import { OPEN_DIALOG } from "../ui/open-dialog";
import { inReach } from "./pressables";
import { shortcutKey } from "./shortcut-key";
import { shortcutsCookie } from "./shortcuts-setting";

const KeysSheet = later(() => import("./keys-sheet").then((file) => file.KeysSheet));

function press(event: KeyboardEvent) {
  const key = shortcutKey(event, event.target);
  const found = key && inReach().find((each) => each.dataset.shortcut === key);
  if (!found || document.querySelector(OPEN_DIALOG)) return;
  event.preventDefault();
  // As a pointer's press would, so that what opens has whom to give the focus back to.
  if (document.activeElement === document.body) found.focus({ preventScroll: true });
  found.click();
}

/** Presses whatever carries `data-shortcut` when its key is typed; its own button lists them all. */
export function Shortcuts({ initiallyOn }: { initiallyOn: boolean }) {
  const [on, setOn] = useState(initiallyOn);
  const [listed, setListed] = useState<boolean>();

  useEffect(() => {
    document.documentElement.dataset.keys = on ? "on" : "off";
    if (!on) return;
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on]);

  function turn(next: boolean) {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari before 18.4.
    document.cookie = shortcutsCookie(next);
    setOn(next);
  }

  return (
    <>
      <div className="-ml-2 hidden sm:pointer-fine:block">
        <Button
          variant="bare"
          kbd="?"
          onClick={() => setListed(true)}
          className="px-2 text-label font-normal"
        >
          Keys
        </Button>
      </div>
      {listed !== undefined && (
        <KeysSheet open={listed} onOpenChange={setListed} on={on} onTurn={turn} />
      )}
    </>
  );
}
