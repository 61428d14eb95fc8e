"use client";

import { useEffect, useState } from "react";
import { CheckBox } from "../form/check-box";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Kbd } from "../ui/kbd";
import { shortcutKey } from "./shortcut-key";
import { shortcutsCookie } from "./shortcuts-setting";

type Pressable = { key: string; name: string };

const inReach = () =>
  [...document.querySelectorAll<HTMLElement>("[data-shortcut]")].filter((each) =>
    each.checkVisibility(),
  );

// The page's own buttons are the list, so that it can never be out of date.
function pressables(): Pressable[] {
  return inReach().map((each) => {
    const copy = each.cloneNode(true) as HTMLElement;
    for (const hidden of copy.querySelectorAll("[aria-hidden=true]")) hidden.remove();
    return { key: each.dataset.shortcut?.toUpperCase() ?? "", name: copy.textContent.trim() };
  });
}

function press(event: KeyboardEvent) {
  const key = shortcutKey(event, event.target);
  const found = key && inReach().find((each) => each.dataset.shortcut === key);
  if (!found || document.querySelector("[role=dialog]")) return;
  event.preventDefault();
  found.click();
}

/** Presses whatever carries `data-shortcut` when its key is typed; its own button lists them all. */
export function Shortcuts({ initiallyOn }: { initiallyOn: boolean }) {
  const [on, setOn] = useState(initiallyOn);
  const [listed, setListed] = useState<Pressable[]>();

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
      <div className="-ml-2 hidden md:pointer-fine:block">
        <Button
          variant="bare"
          kbd="?"
          onClick={() => setListed(pressables())}
          className="px-2 text-label font-normal"
        >
          Keys
        </Button>
      </div>
      <Dialog
        open={listed !== undefined}
        onOpenChange={() => setListed(undefined)}
        title="Keys on this page"
      >
        <dl className="mb-4 grid grid-cols-[40px_1fr] gap-y-2">
          {listed?.map(({ key, name }) => (
            <div key={key + name} className="contents">
              <dt>
                <Kbd>{key}</Kbd>
              </dt>
              <dd>{name}</dd>
            </div>
          ))}
        </dl>
        <CheckBox
          label="Single keys work"
          hint="Switch them off if you dictate, or press keys by accident."
          checked={on}
          onChange={(event) => turn(event.target.checked)}
        />
      </Dialog>
    </>
  );
}
