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
import { useToast } from "../ui/toast";
import { insertion, type Words } from "./insertion";
import { keepDraft, keptDraft } from "./kept-draft";
import {
  conflictWith,
  isDirty,
  restored,
  type SavedSummary,
  type SummaryState,
  startedFrom,
  withCurrent,
} from "./summary-state";
import { useVerb } from "./use-verb";

type Desk = {
  state: SummaryState;
  current: SavedSummary;
  dirty: boolean;
  conflict: SavedSummary | null;
  error: string | null;
  pending: boolean;
  write: (text: string) => void;
  /** Where the text is typed. */
  field: RefObject<HTMLTextAreaElement | null>;
  /** Writes a touchpoint's words where the caret stands, and goes on there. */
  insert: (words: Words) => void;
  /** Goes on from the version in force: with its text, or with one's own against it. */
  settle: (keep: "mine" | "theirs") => void;
  /** `goTo` leaves for another page once the text is saved. */
  save: (goTo?: string) => Promise<void>;
  /** Goes on without saving, since there is nothing to save. */
  leave: (goTo: string) => void;
};

const DeskContext = createContext<Desk | null>(null);

/** The summary under one's hands, for the editor, the buttons and the preview alike. */
export function useSummary(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useSummary needs a SummaryDesk around it");
  return desk;
}

type SummaryDeskProps = { leadId: string; current: SavedSummary; children: ReactNode };

export function SummaryDesk({ leadId, current, children }: SummaryDeskProps) {
  const [known, setState] = useState(() => startedFrom(current));
  const [error, setError] = useState<string | null>(null);
  const { perform, pending } = useVerb();
  const { push, refresh } = useRouter();
  const { say } = useToast();
  const field = useRef<HTMLTextAreaElement>(null);
  const state = withCurrent(known, current);
  const dirty = isDirty(state);

  // What the browser kept is only known once the page is there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: restored once per lead, not per version.
  useEffect(() => setState(restored(current, keptDraft(leadId))), [leadId]);

  function write(text: string) {
    const next = { ...state, text };
    setState(next);
    setError(null);
    const at = new Date().toISOString();
    keepDraft(leadId, isDirty(next) ? { text, basedOn: state.base.version, at } : null);
  }

  function insert(words: Words) {
    const { selectionStart: from = state.text.length, selectionEnd: to = from } =
      field.current ?? {};
    const { text, caret } = insertion(state.text, { from, to }, words);
    flushSync(() => write(text));
    field.current?.focus();
    field.current?.setSelectionRange(caret, caret);
  }

  function settle(keep: "mine" | "theirs") {
    const next = keep === "theirs" ? startedFrom(current) : { ...state, base: current };
    setState(next);
    setError(null);
    const kept = { text: next.text, basedOn: current.version, at: new Date().toISOString() };
    keepDraft(leadId, isDirty(next) ? kept : null);
  }

  async function save(goTo?: string) {
    const { text, base } = state;
    const outcome = await perform(
      () => writeSummary({ leadId, text, basedOn: base.version }),
      goTo,
    );
    if (!outcome.ok) {
      setError(outcome.reason);
      if (outcome.field === "basedOn") refresh();
      return;
    }
    keepDraft(leadId, null);
    setError(null);
    setState(startedFrom({ version: outcome.value.version, text: text.trim(), author: null }));
    say({ text: goTo ? "Saved. This is the next one." : "Saved." });
  }

  const conflict = conflictWith(state, current);
  return (
    <DeskContext
      value={{
        ...{ state, current, dirty, conflict, error, pending },
        ...{ field, write, insert, settle, save, leave: push },
      }}
    >
      {children}
    </DeskContext>
  );
}
