"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useOptimistic,
  useState,
  useTransition,
} from "react";
import { acceptLead, nameMissing } from "@/lib/handoff/actions";
import type { AttemptKind } from "@/lib/handoff/outcome";
import type { FieldId } from "@/lib/standard/categories";
import { answerOf } from "../form/answer";
import { useToast } from "../ui/toast";
import { LogDialog } from "./log-dialog";
import { RejectDialog } from "./reject-dialog";

type OpenDialog = { name: "log"; kind: AttemptKind } | { name: "reject" };

/** What the owner of a handoff can do on its page. */
type DeskActions = {
  log: (kind: AttemptKind) => void;
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
  children: ReactNode;
};

/** Everything the rep who owns a handoff does with it; what it wraps is drawn by the server. */
export function Desk({ handoffId, leadName, reported: given, children }: DeskProps) {
  const { say } = useToast();
  const [dialog, setDialog] = useState<OpenDialog>();
  const [picking, pick] = useState(false);
  const [accepting, startAccepting] = useTransition();
  const [, startReporting] = useTransition();
  const [reported, addReported] = useOptimistic(given, (known, id: FieldId) => [...known, id]);
  useEscape(picking, () => pick(false));

  const actions = useMemo<DeskActions>(
    () => ({
      log: (kind) => setDialog({ name: "log", kind }),
      reject: () => setDialog({ name: "reject" }),
      accepting,
      accept: () =>
        startAccepting(async () => {
          const answer = await answerOf(() => acceptLead({ handoffId }));
          if (answer.ok) say({ text: `Accepted. ${leadName} is an SQL now.` });
          else say({ text: "Not accepted.", detail: answer.reason, tone: "bad" });
        }),
      picking,
      pick,
      reported,
      report: (fieldId, label) =>
        startReporting(async () => {
          addReported(fieldId);
          const answer = await answerOf(() => nameMissing({ handoffId, fieldId }));
          if (answer.ok) say({ text: `Reported: ${label}.`, detail: "Marketing ops sees it now." });
          else say({ text: "Not reported.", detail: answer.reason, tone: "bad" });
        }),
    }),
    [accepting, addReported, handoffId, leadName, picking, reported, say],
  );
  const close = () => setDialog(undefined);
  return (
    <DeskContext value={actions}>
      {children}
      <LogDialog
        handoffId={handoffId}
        kind={dialog?.name === "log" ? dialog.kind : undefined}
        onClose={close}
      />
      <RejectDialog handoffId={handoffId} open={dialog?.name === "reject"} onClose={close} />
    </DeskContext>
  );
}

function useEscape(on: boolean, leave: () => void): void {
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => event.key === "Escape" && leave();
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });
}
