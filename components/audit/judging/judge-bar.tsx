"use client";

import { useState } from "react";
import { agreeWithRest } from "@/lib/audit/judging/actions";
import { useVerb } from "../../form/use-verb";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Mark } from "../../ui/mark";
import { useToast } from "../../ui/toast";
import { type JudgedCategory, JudgeForm } from "./judge-form";
import { SwapForm } from "./swap-form";

type JudgeBarProps = {
  lineId: string;
  categories: JudgedCategory[];
  /** Where one goes once this lead is judged: the next one, or the audit. */
  nextHref: string;
  /** Why nothing can be judged or swapped now. */
  hindrance: string | undefined;
  /** Why the lead cannot be swapped, where the rest can be done. */
  swapHindrance: string | undefined;
};

/** What a category is now: the machine's verdict, and one's own where it differs. */
function Standing({ category: { machine, own } }: { category: JudgedCategory }) {
  if (!own || own.verdict === machine) return <Mark state={machine} />;
  return (
    <>
      <span className="opacity-60">
        <Mark state={machine} />
      </span>
      <span aria-hidden="true">→</span>
      <Mark state={own.verdict} />
    </>
  );
}

type Open = "swap" | JudgedCategory["key"];

/** The five verdicts, each to be opened by its digit; one key agrees with the rest and goes on. */
export function JudgeBar(props: JudgeBarProps) {
  const { lineId, categories, nextHref, hindrance, swapHindrance } = props;
  const [open, setOpen] = useState(false);
  // Kept while the question leaves the screen, so that it does not change as it goes.
  const [about, setAbout] = useState<Open>("swap");
  const { perform, pending } = useVerb();
  const { say } = useToast();
  const close = () => setOpen(false);
  const ask = (what: Open) => {
    setAbout(what);
    setOpen(true);
  };
  const category = categories.find(({ key }) => key === about);
  async function agree() {
    const outcome = await perform(() => agreeWithRest({ lineId }), nextHref);
    if (!outcome.ok) say({ text: outcome.reason, tone: "bad" });
  }
  return (
    <fieldset
      aria-label="Your verdicts"
      className="mb-3 flex flex-wrap items-center gap-1.5 border-b border-line pb-3 print:hidden"
    >
      {categories.map((one, at) => (
        <Button
          key={one.key}
          kbd={String(at + 1)}
          disabledReason={hindrance}
          onClick={() => ask(one.key)}
        >
          <Standing category={one} />
          {one.label}
          <span className="sr-only">{one.own ? ", judged" : ", not judged"}</span>
        </Button>
      ))}
      <span className="flex gap-1 md:ml-auto">
        <Button
          variant="bare"
          kbd="S"
          disabledReason={hindrance ?? swapHindrance}
          onClick={() => ask("swap")}
        >
          Swap
        </Button>
        <Button
          variant="primary"
          kbd="A"
          disabledReason={hindrance}
          aria-disabled={pending || undefined}
          onClick={() => !pending && agree()}
        >
          {categories.some(({ own }) => own) ? "Agree with the rest" : "Agree"}
        </Button>
      </span>
      <Dialog
        open={open}
        onOpenChange={(next) => !next && close()}
        title={about === "swap" ? "Swap this lead" : (category?.label ?? "")}
        description={
          about === "swap"
            ? "The next lead by the seed comes in for it. The swap and its reason are shown with the result."
            : "Agree, or say which fields fall short and why."
        }
      >
        {about === "swap" && <SwapForm lineId={lineId} onDone={close} />}
        {category && <JudgeForm lineId={lineId} category={category} onDone={close} />}
      </Dialog>
    </fieldset>
  );
}
