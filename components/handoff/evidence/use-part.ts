"use client";

import { type ReactNode, useState, useTransition } from "react";
import { answerToPress } from "../../form/answer";
import type { ReadPart } from "./part";

/** A part of the page that is read once, when it is first asked for; what goes wrong is in words. */
export function usePart(read: ReadPart, leadId: string) {
  const [content, setContent] = useState<ReactNode>();
  const [problem, setProblem] = useState<string>();
  const [, start] = useTransition();
  const ask = () => {
    if (content !== undefined) return;
    setProblem(undefined);
    start(async () => {
      const answer = await answerToPress(() => read(leadId));
      if (answer.ok) setContent(answer.value);
      else setProblem(answer.reason);
    });
  };
  return { ask, content: content ?? problem ?? "One moment." };
}
