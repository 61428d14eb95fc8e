"use client";

import { useState } from "react";
import { QUESTION } from "@/lib/audit/interviews/question";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { type GivenAnswer, InterviewForm } from "./interview-form";

type InterviewButtonProps = {
  personId: string;
  auditId: string;
  place: number;
  rep: string;
  answer: GivenAnswer | null;
};

/** Opens the question for one rep, with what was written down before. */
export function InterviewButton({ rep, answer, ...rest }: InterviewButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <span className="print:hidden">
      <Button onClick={() => setOpen(true)}>
        {answer ? "Correct" : "Write down"}
        <span className="sr-only"> what {rep} says</span>
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={`Ask ${rep}`} description={QUESTION}>
        <InterviewForm {...rest} answer={answer} onDone={() => setOpen(false)} />
      </Dialog>
    </span>
  );
}
