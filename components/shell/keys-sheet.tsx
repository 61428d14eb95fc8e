"use client";

import { useState } from "react";
import { CheckBox } from "../form/check-box";
import { Dialog } from "../ui/dialog";
import { Kbd } from "../ui/kbd";
import { useCommandKey } from "./command-key";
import { pressables } from "./pressables";

type KeysSheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  on: boolean;
  onTurn: (on: boolean) => void;
};

/** Every key that works here, by where it works. */
export function KeysSheet({ open, onOpenChange, on, onTurn }: KeysSheetProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys on this page">
      <Groups />
      <CheckBox
        label="Single keys work"
        hint="Switch them off if you dictate, or press keys by accident. ⏎, arrows and the palette go on working."
        checked={on}
        onChange={(event) => onTurn(event.target.checked)}
      />
    </Dialog>
  );
}

type Line = readonly [keys: readonly string[], name: string];

function Groups() {
  const command = useCommandKey();
  const [here] = useState(() =>
    pressables()
      .filter(({ key }) => key !== "?")
      .map(({ key, name }): Line => [[key], name]),
  );
  const [hasRows] = useState(() => document.querySelector(".row-link") !== null);
  const rows: Line[] = [
    [["↑", "↓"], "Row before, row after"],
    [["K", "J"], "The same"],
    [["⏎"], "Open the row"],
  ];
  const everywhere: Line[] = [
    [[command, "K"], "Go to a lead, a page or an action"],
    [["?"], "These keys"],
    [["Esc"], "Close what opened last"],
  ];
  return (
    <>
      <Group title="On this page" lines={here} />
      {hasRows && <Group title="In the list" lines={rows} />}
      <Group title="Everywhere" lines={everywhere} />
    </>
  );
}

function Group({ title, lines }: { title: string; lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="mb-4">
      <h3 className="mb-1.5 text-label font-medium text-soft">{title}</h3>
      <dl className="grid grid-cols-[72px_1fr] gap-y-1.5">
        {lines.map(([keys, name]) => (
          <div key={keys.join() + name} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
