"use client";

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useOptimistic,
  useState,
  useTransition,
} from "react";
import { nameMissing } from "@/lib/handoff/actions";
import type { AttemptKind } from "@/lib/handoff/outcome";
import type { FieldId } from "@/lib/standard/categories";
import { answerToPress } from "../form/answer";
import { later } from "../ui/later";
import { useToast } from "../ui/toast";
import { useAnswers } from "./attempts/attempts";
import { LogPanel } from "./attempts/log-panel";
import { keepWords, keptWords } from "./kept-words";
import { useDecision } from "./use-decision";

// What opens later loads later; a pointer or a key on the page is early enough.
const loadReject = () => import("./reject-dialog");
const loadResearch = () => import("./attempts/research-question");
const RejectDialog = later(() => loadReject().then((file) => file.RejectDialog));
const ResearchQuestion = later(() => loadResearch().then((file) => file.ResearchQuestion));

type Open = { name: "log"; kind: AttemptKind; focused: boolean } | { name: "reject" };

/** What the owner of a handoff can do on its page. */
type DeskActions = {
  /** Opens the log. `offered`: beside a call or a mail, without taking the focus. */
  log: (kind: AttemptKind, offered?: "offered") => void;
  accept: () => void;
  accepting: boolean;
  reject: () => void;
  /** While true, the names of the fields are buttons that report them missing (Q.6). */
  picking: boolean;
  pick: (on: boolean) => void;
  reported: readonly FieldId[];
  report: (id: FieldId, label: string) => void;
};

const DeskContext = createContext<DeskActions | null>(null);

/** The desk of the page's owner; null for everyone who only reads. */
export const useDesk = () => useContext(DeskContext);

type DeskProps = {
  handoffId: string;
  leadName: string;
  reported: readonly FieldId[];
  /** Why nothing can be decided any more. */
  closed: string | undefined;
  children: ReactNode;
};

/** Everything the rep who owns a handoff does with it; what it wraps is drawn by the server. */
export function Desk({ handoffId, leadName, reported: given, closed, children }: DeskProps) {
  const [open, setOpen] = useState<Open>();
  const [asks, setAsks] = useState(false);
  const [picking, pick] = useState(false);
  const { accept, accepting, rejected } = useDecision(handoffId, leadName);
  const { reported, report } = useReports(handoffId, given);
  const close = useCallback(() => setOpen(undefined), []);
  useAnswers(handoffId, (_, outcome) => {
    if (outcome.ok && outcome.value.first) setAsks(true);
  });
  useEscape(picking, () => pick(false));
  usePutBack(handoffId, closed, setOpen, setAsks);

  const actions = useMemo<DeskActions>(
    () => ({
      log: (kind, offered) => setOpen({ name: "log", kind, focused: !offered }),
      reject: () => setOpen({ name: "reject" }),
      accept,
      accepting,
      picking,
      pick,
      reported,
      report,
    }),
    [accept, accepting, picking, report, reported],
  );
  return (
    <DeskContext value={actions}>
      {children}
      {open?.name === "log" && (
        <LogPanel
          key={`${open.kind} ${open.focused}`}
          {...{ handoffId, leadName, kind: open.kind, focused: open.focused }}
          onClose={close}
        />
      )}
      {asks && !open && (
        <ResearchQuestion
          handoffId={handoffId}
          onClose={() => {
            setAsks(false);
            keepWords(handoffId, "question", "");
          }}
        />
      )}
      {open?.name === "reject" && (
        <RejectDialog
          open
          handoffId={handoffId}
          onClose={close}
          onRejected={(words, wasSent) => {
            close();
            rejected(words, wasSent);
          }}
        />
      )}
    </DeskContext>
  );
}

/** Naming what was missing (Q.6); seen at once, and told to marketing ops. */
function useReports(handoffId: string, given: readonly FieldId[]) {
  const { say } = useToast();
  const [, start] = useTransition();
  const [reported, add] = useOptimistic(given, (known, id: FieldId) => [...known, id]);
  const report = (fieldId: FieldId, label: string) =>
    start(async () => {
      add(fieldId);
      const answer = await answerToPress(() => nameMissing({ handoffId, fieldId }));
      if (answer.ok) say({ text: `Reported: ${label}.`, detail: "Marketing ops sees it now." });
      else say({ text: "Not reported.", detail: answer.reason, tone: "bad" });
    });
  return { reported, report };
}

/** What was typed before the session ended, the tab closed or Baton was updated is there again. */
function usePutBack(
  handoffId: string,
  closed: string | undefined,
  setOpen: (open: Open) => void,
  setAsks: (asks: boolean) => void,
): void {
  const { say } = useToast();
  useEffect(() => {
    const early = () => void Promise.all([loadReject(), loadResearch()]).catch(() => {});
    const once = { once: true };
    addEventListener("pointermove", early, once);
    addEventListener("keydown", early, once);
    return () => {
      removeEventListener("pointermove", early);
      removeEventListener("keydown", early);
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each handoff that is opened.
  useEffect(() => {
    setAsks(keptWords(handoffId, "question") !== "");
    if (keptWords(handoffId, "log")) setOpen({ name: "log", kind: "call", focused: false });
    const words = keptWords(handoffId, "reject");
    if (words) {
      const copy = () =>
        navigator.clipboard
          .writeText(words)
          .then(() => keepWords(handoffId, "reject", ""))
          // They come up again with the page.
          .catch(() => {});
      say({
        text: "What you typed to reject this lead is still here.",
        ...(closed
          ? { detail: words, action: { label: "Copy", onPress: copy } }
          : { detail: "Reject opens it." }),
      });
    }
  }, [handoffId]);
}

function useEscape(on: boolean, leave: () => void): void {
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => event.key === "Escape" && leave();
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });
}
