"use client";

import { useTransition } from "react";
import { acceptLead, takeDecisionBack } from "@/lib/handoff/actions";
import { UNDO_MS } from "@/lib/handoff/decisions/undo";
import { answerToPress } from "../form/answer";
import { useToast } from "../ui/toast";
import { keepWords } from "./kept-words";

/** Accepting, and for ten seconds taking back what was decided; also from the next lead's page. */
export function useDecision(handoffId: string, leadName: string) {
  const { say } = useToast();
  const [accepting, startAccepting] = useTransition();
  const [, startUndoing] = useTransition();

  const offerUndo = (text: string, words = "", wasSent = true) =>
    say({
      text,
      ...(!wasSent && { detail: "What you typed meanwhile was not sent. It is kept here." }),
      action: {
        label: "Undo",
        kbd: "U",
        lastsMs: UNDO_MS,
        onPress: () =>
          startUndoing(async () => {
            const answer = await answerToPress(() => takeDecisionBack({ handoffId }));
            if (!answer.ok) return say({ text: "Not undone.", detail: answer.reason, tone: "bad" });
            keepWords(handoffId, "reject", words);
            say({ text: `Undone. ${leadName} is with you again.` });
          }),
      },
    });

  const accept = () =>
    startAccepting(async () => {
      const answer = await answerToPress(() => acceptLead({ handoffId }));
      if (answer.ok) offerUndo(`Accepted. ${leadName} is an SQL now.`);
      else say({ text: "Not accepted.", detail: answer.reason, tone: "bad" });
    });

  const rejected = (words: string, wasSent: boolean) =>
    offerUndo(`${leadName} went back to marketing ops.`, words, wasSent);

  return { accept, accepting, rejected };
}
