"use client";

import { Ellipsis, Pin, TextCursorInput } from "lucide-react";
import type { ReactNode } from "react";
import type { TrailEdit } from "@/lib/trail/edits/editing";
import { classNames } from "../../ui/class-names";
import { Kbd } from "../../ui/kbd";
import { Menu, MenuAction } from "../../ui/menu";
import { useInsert } from "../summary/summary-desk";
import { RewordForm } from "./reword-form";
import { useTrail } from "./trail-desk";

/** A line of the trail as its tools know it. */
export type LineInHand = {
  key: string;
  text: string;
  ruleText: string;
  pinned: boolean;
  merged: boolean;
  sentence: string;
  clause: string;
};

const toolLook =
  "grid size-6 place-items-center rounded-[4px] text-faint hover:bg-hover hover:text-ink pointer-coarse:size-11";

type Deed = { name: string; keys: string; shown: string; act: () => void };

/** What can be done to a line besides pinning it and writing it into the summary. */
function useDeeds(line: LineInHand): Deed[] {
  const { keys, edit, reword } = useTrail();
  const { key } = line;
  const at = keys.indexOf(key);
  const above = keys[at - 1];
  const deeds: (Deed | false)[] = [
    { name: "Reword", keys: "r", shown: "R", act: () => reword(key) },
    at > 0 && deedOf("Move up", "up", "Alt ↑", { do: "move", key, to: at - 1 }, "Moved up."),
    at < keys.length - 1 &&
      deedOf("Move down", "down", "Alt ↓", { do: "move", key, to: at + 1 }, "Moved down."),
    above !== undefined &&
      deedOf("Merge with the line above", "m", "M", { do: "merge", key, into: above }, "Merged."),
    line.merged && deedOf("Split again", "s", "S", { do: "split", key }, "Split."),
    line.text !== line.ruleText &&
      deedOf("Use the rules’ words", "w", "W", { do: "reset words", key }, "In the rules’ words."),
    deedOf("Drop", "x", "X", { do: "drop", key }, `Dropped: ${line.text}`),
  ];
  function deedOf(name: string, keys: string, shown: string, wanted: TrailEdit, said: string) {
    return { name, keys, shown, act: () => void edit(wanted, said) };
  }
  return deeds.filter((deed) => deed !== false);
}

type ToolProps = {
  keys: string;
  name: string;
  act: () => void;
  pressed?: boolean;
  children: ReactNode;
};

function Tool({ keys, name, act, pressed, children }: ToolProps) {
  return (
    <button
      type="button"
      data-tool={keys}
      aria-label={name}
      title={`${name} (${keys.toUpperCase()})`}
      aria-pressed={pressed}
      onClick={act}
      className={classNames(toolLook, pressed && "text-accent!")}
    >
      {children}
    </button>
  );
}

/** The tools of one line: by button, and by key while the line has the focus (O.2). */
export function LineTools({ line }: { line: LineInHand }) {
  const { edit, rewording, reword } = useTrail();
  const insert = useInsert();
  const { key, text, pinned } = line;
  const deeds = useDeeds(line);
  const pin = () =>
    void edit({ do: pinned ? "unpin" : "pin", key }, pinned ? "Unpinned." : "Pinned.");
  return (
    <>
      <div className="absolute top-1.5 right-0 flex gap-0.5">
        <Tool keys="i" name={`Into the summary: ${text}`} act={() => insert(line)}>
          <TextCursorInput aria-hidden="true" className="size-3.5" />
        </Tool>
        <Tool keys="p" name={`Pin: ${text}`} pressed={pinned} act={pin}>
          <Pin aria-hidden="true" className="size-3.5" />
        </Tool>
        <Menu
          label={`More for: ${text}`}
          triggerClassName={toolLook}
          trigger={<Ellipsis aria-hidden="true" className="size-3.5" />}
        >
          {deeds.map(({ name, shown, act }) => (
            <MenuAction key={name} onSelect={act}>
              <span className="flex-1">{name}</span>
              <Kbd silent>{shown}</Kbd>
            </MenuAction>
          ))}
        </Menu>
        {deeds.map(({ name, keys, act }) => (
          <button key={name} type="button" hidden data-tool={keys} onClick={act}>
            {name}
          </button>
        ))}
      </div>
      {rewording === key && (
        <RewordForm
          text={text}
          onCancel={() => reword(null)}
          onSend={async (words) => {
            if (await edit({ do: "reword", key, text: words }, "Reworded.")) reword(null);
          }}
        />
      )}
    </>
  );
}
