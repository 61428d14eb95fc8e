"use client";

import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";
import { editTrailLine, undoTrail } from "@/lib/trail/edits/actions";
import type { TrailEdit } from "@/lib/trail/edits/editing";
import { useVerb } from "../../form/use-verb";
import { shortcutKey } from "../../shell/shortcut-key";
import { useToast } from "../../ui/toast";

type Desk = {
  /** The lines' keys, in order. */
  keys: readonly string[];
  pending: boolean;
  edit: (edit: TrailEdit, said: string) => Promise<boolean>;
  undo: () => Promise<void>;
  /** The line whose words are being written. */
  rewording: string | null;
  reword: (key: string | null) => void;
};

const DeskContext = createContext<Desk | null>(null);

/** What can be done to the lines of the trail. */
export function useTrail(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useTrail needs a TrailDesk around it");
  return desk;
}

type TrailDeskProps = {
  leadId: string;
  version: number;
  keys: readonly string[];
  children: ReactNode;
};

const summaryOf = (list: HTMLElement | null, key: string) =>
  [...(list?.querySelectorAll<HTMLElement>("[data-line]") ?? [])]
    .find((line) => line.dataset.line === key)
    ?.querySelector<HTMLElement>("summary");

/** Edits the curated trail (C3.8, O.2), each edit at once and each to be undone. */
export function TrailDesk({ leadId, version, keys, children }: TrailDeskProps) {
  const list = useRef<HTMLDivElement>(null);
  const goBackTo = useRef<string | null>(null);
  const [rewording, reword] = useState<string | null>(null);
  const { perform, pending } = useVerb();
  const { say } = useToast();

  // A line that was moved or dropped takes the focus with it; whoever works by keys goes on there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after every edit, which raises the version.
  useEffect(() => {
    if (goBackTo.current) summaryOf(list.current, goBackTo.current)?.focus();
    goBackTo.current = null;
  }, [version]);

  async function takeBack(which: number) {
    const outcome = await perform(() => undoTrail({ leadId, version: which }));
    if (outcome.ok) say({ text: "Undone." });
    else say({ text: "Not undone.", detail: outcome.reason, tone: "bad" });
  }

  async function edit(wanted: TrailEdit, said: string): Promise<boolean> {
    if (pending) return false;
    if (list.current?.contains(document.activeElement)) goBackTo.current = nextFocus(keys, wanted);
    const outcome = await perform(() => editTrailLine({ leadId, edit: wanted }));
    if (!outcome.ok) {
      say({ text: "Not changed.", detail: outcome.reason, tone: "bad" });
      return false;
    }
    const made = outcome.value.version;
    say({ text: said, action: { label: "Undo", kbd: "U", onPress: () => void takeBack(made) } });
    return true;
  }

  const undo = async () => {
    if (!pending && version > 0) await takeBack(version);
  };
  return (
    <DeskContext value={{ keys, pending, edit, undo, rewording, reword }}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the lines inside, each of which has buttons too. */}
      <div ref={list} onKeyDown={(event) => pressTool(event)}>
        {children}
      </div>
    </DeskContext>
  );
}

/** Where the focus belongs afterwards: the line itself, or the next where it is gone. */
function nextFocus(keys: readonly string[], edit: TrailEdit): string | null {
  if (edit.do === "reset") return keys[0] ?? null;
  if (edit.do === "merge") return edit.into;
  if (edit.do !== "drop") return edit.key;
  const at = keys.indexOf(edit.key);
  return keys[at + 1] ?? keys[at - 1] ?? null;
}

const MOVES: Readonly<Record<string, string>> = { ArrowUp: "up", ArrowDown: "down" };

/** A key pressed on a line presses its tool; arrows walk through the lines. */
function pressTool(event: KeyboardEvent<HTMLElement>) {
  const line = (event.target as HTMLElement).closest<HTMLElement>("[data-line]");
  if (!line || !(event.target as HTMLElement).matches("summary")) return;
  const arrow = MOVES[event.key];
  if (arrow && !event.altKey) {
    const other = arrow === "up" ? line.previousElementSibling : line.nextElementSibling;
    event.preventDefault();
    other?.querySelector<HTMLElement>("summary")?.focus();
    return;
  }
  const wanted = arrow ?? shortcutKey(event.nativeEvent, event.target);
  const tool = line.querySelector<HTMLElement>(`[data-tool~="${CSS.escape(wanted ?? "-")}"]`);
  if (!tool) return;
  event.preventDefault();
  tool.click();
}
