"use client";

import { type ComponentProps, useTransition } from "react";
import type { Outcome } from "@/lib/access/outcome";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";
import { answerToPress } from "./answer";

type VerbButtonProps<T> = Omit<ComponentProps<typeof Button>, "onClick"> & {
  /** An action whose answer brings the page along as it is then (`shownAnew`). */
  verb: () => Promise<Outcome<T>>;
  label: string;
  /** What it says while it is done. */
  busy: string;
  said: (value: T) => { text: string; detail?: string };
  /** What did not happen; the reason is shown with it. */
  refused: string;
};

/** A button that does one thing at once and says what came of it; `children` follow its label. */
export function VerbButton<T>(props: VerbButtonProps<T>) {
  const { verb, label, busy, said, refused, children, ...look } = props;
  const [pending, start] = useTransition();
  const { say } = useToast();

  function press() {
    if (pending) return;
    start(async () => {
      const outcome = await answerToPress(verb);
      if (outcome.ok) say(said(outcome.value));
      else say({ text: refused, detail: outcome.reason, tone: "bad" });
    });
  }

  return (
    <Button {...look} aria-disabled={pending || undefined} onClick={press}>
      {pending ? busy : label}
      {children}
    </Button>
  );
}
