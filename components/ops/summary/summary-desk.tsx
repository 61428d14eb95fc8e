"use client";

import { useRouter } from "next/navigation";
import {
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { writeSummary } from "@/lib/documentation/actions";
import { useVerb } from "../../form/use-verb";
import { useToast } from "../../ui/toast";
import { useUnsaved } from "../unsaved-desk";
import { arrivedWriting, arriveWriting } from "./arrival";
import { insertion, type Words } from "./insertion";
import {
  conflictWith,
  isDirty,
  restored,
  type SavedSummary,
  type SummaryState,
  startedFrom,
  withCurrent,
} from "./summary-state";

type Desk = {
  state: SummaryState;
  current: SavedSummary;
  dirty: boolean;
  conflict: SavedSummary | null;
  error: string | null;
  pending: boolean;
  write: (text: string) => void;
  /** Puts the caret behind the text. */
  writeOn: () => void;
  /** Where the text is typed. */
  field: RefObject<HTMLTextAreaElement | null>;
  /** Goes on from the version in force with a text: one's own, theirs, or both joined. */
  settle: (text: string) => void;
  /** `goTo` leaves for another page once the text is saved. */
  save: (goTo?: string) => Promise<void>;
  /** Saves an older version's text as the next version. */
  restore: (text: string) => Promise<void>;
  /** Goes on without saving, since there is nothing to save. */
  leave: (goTo: string) => void;
};

const DeskContext = createContext<Desk | null>(null);
// Apart from the text, so that no key pressed in it draws the trail's tools again.
const InsertContext = createContext<((words: Words) => void) | null>(null);

/** The summary under one's hands, for the editor, the buttons and the preview alike. */
export function useSummary(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useSummary needs a SummaryDesk around it");
  return desk;
}

/** Writes a touchpoint's words where the caret stands in the summary, and goes on there. */
export function useInsert(): (words: Words) => void {
  const insert = useContext(InsertContext);
  if (!insert) throw new Error("useInsert needs a SummaryDesk around it");
  return insert;
}

/** Writes words where the caret stands; one and the same function, whatever was typed meanwhile. */
function useInsertion(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  write: (text: string) => void,
): (words: Words) => void {
  const insert = useRef((_: Words) => {});
  insert.current = (words) => {
    const { selectionStart: from = text.length, selectionEnd: to = from } = field.current ?? {};
    const next = insertion(text, { from, to }, words);
    flushSync(() => write(next.text));
    field.current?.focus();
    field.current?.setSelectionRange(next.caret, next.caret);
  };
  const [insertNow] = useState(() => (words: Words) => insert.current(words));
  return insertNow;
}

type SummaryDeskProps = { leadId: string; current: SavedSummary; children: ReactNode };

/** Holds a lead's summary while it is written, and keeps, saves or settles it for all around. */
export function SummaryDesk({ leadId, current, children }: SummaryDeskProps) {
  const [known, setState] = useState(() => startedFrom(current));
  const [error, setError] = useState<string | null>(null);
  const { perform, pending } = useVerb();
  const { push, refresh } = useRouter();
  const { say } = useToast();
  const { keep, found } = useUnsaved();
  const field = useRef<HTMLTextAreaElement>(null);
  const state = withCurrent(known, current);
  const dirty = isDirty(state);

  // What the browser kept is only known once the page is there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: restored once per lead, not per version.
  useEffect(() => {
    const next = restored(current, found("summary"));
    if (next.restoredAt) keepOf(next);
    setState(next);
    if (arrivedWriting()) focusAtEnd(field.current);
  }, [leadId]);

  function keepOf(next: SummaryState) {
    const { text, base } = next;
    const at = new Date().toISOString();
    keep("summary", isDirty(next) ? { text, basedOn: base.version, at } : null);
  }

  function become(next: SummaryState) {
    setState(next);
    setError(null);
    keepOf(next);
  }

  const write = (text: string) => become({ ...state, text });
  const settle = (text: string) => become({ text, base: current, restoredAt: null });

  async function send(text: string, basedOn: number, goTo?: string) {
    if (goTo) arriveWriting();
    const outcome = await perform(() => writeSummary({ leadId, text, basedOn }), goTo);
    if (!outcome.ok) {
      setError(outcome.reason);
      arrivedWriting();
      if (outcome.field === "basedOn") refresh();
      return;
    }
    become(startedFrom({ version: outcome.value.version, text: text.trim(), author: null }));
    say({ text: goTo ? "Saved. This is the next one." : "Saved." });
  }

  // Where nobody has put the caret yet, words go to the end; a browser puts it at the start.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per lead; later it is the writer's.
  useEffect(() => {
    if (document.activeElement === field.current) return;
    const end = field.current?.value.length ?? 0;
    field.current?.setSelectionRange(end, end);
  }, [leadId]);

  const insertNow = useInsertion(field, state.text, write);

  const desk: Desk = {
    state,
    current,
    dirty,
    error,
    pending,
    field,
    write,
    settle,
    writeOn: () => focusAtEnd(field.current),
    conflict: conflictWith(state, current),
    save: (goTo) => send(state.text, state.base.version, goTo),
    restore: (text) => send(text, current.version),
    leave: (goTo) => {
      arriveWriting();
      push(goTo);
    },
  };
  return (
    <InsertContext value={insertNow}>
      <DeskContext value={desk}>{children}</DeskContext>
    </InsertContext>
  );
}

function focusAtEnd(field: HTMLTextAreaElement | null) {
  field?.focus({ preventScroll: true });
  field?.setSelectionRange(field.value.length, field.value.length);
}
