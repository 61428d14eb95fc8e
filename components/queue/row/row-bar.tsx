"use client";

import { useEffect, useState } from "react";
import { queueReachAddress } from "@/lib/platform/address";
import type { Reach } from "@/lib/queue/reach";
import { Desk, useDesk } from "../../handoff/desk";
import { Button } from "../../ui/button";
import { ButtonLink } from "../../ui/button-link";
import type { ListLine } from "../live/list";

/** What one can do with the row in focus without opening it (Q.4): reach, log, accept, reject. */
export function RowBar({ line }: { line: ListLine }) {
  const { id, leadId, name } = line;
  const [known, setKnown] = useState<{ leadId: string; reach: Reach }>();
  useEffect(() => {
    const leaving = new AbortController();
    fetch(queueReachAddress(leadId), { signal: leaving.signal })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error("No answer."))))
      .then((reach: Reach) => setKnown({ leadId, reach }))
      // Without it the row opens all the same.
      .catch(() => {});
    return () => leaving.abort();
  }, [leadId]);
  return (
    <Desk key={id} handoffId={id} leadName={name} reported={[]}>
      <div className="fixed inset-x-0 bottom-0 z-20 hidden border-t border-line bg-paper px-7 py-2 md:left-[208px] md:pointer-fine:block print:hidden">
        <div
          role="toolbar"
          aria-label={`With ${name}`}
          className="flex max-w-[1200px] flex-wrap items-center gap-2"
        >
          <span className="mr-auto min-w-0 truncate text-small font-medium">{name}</span>
          <RowActions line={line} reach={known?.leadId === leadId ? known.reach : undefined} />
        </div>
      </div>
    </Desk>
  );
}

type RowActionsProps = { line: ListLine; reach: Reach | undefined };

function RowActions({ line, reach }: RowActionsProps) {
  const desk = useDesk();
  if (!desk) return null;
  const { phone, email, linkedin } = reach ?? {};
  const closed = line.moved
    ? "Somebody else has this lead now."
    : line.decided
      ? "This lead is decided on already."
      : undefined;
  return (
    <>
      {phone && (
        <ButtonLink href={`tel:${phone}`} kbd="C" onClick={() => desk.log("call", "offered")}>
          Call
        </ButtonLink>
      )}
      {email && (
        <ButtonLink href={`mailto:${email}`} kbd="E" onClick={() => desk.log("email", "offered")}>
          Email
        </ButtonLink>
      )}
      {linkedin && (
        <ButtonLink
          href={linkedin}
          kbd="I"
          target="_blank"
          rel="noreferrer"
          onClick={() => desk.log("message", "offered")}
        >
          LinkedIn
        </ButtonLink>
      )}
      <Button kbd="L" onClick={() => desk.log("call")}>
        Log
      </Button>
      <Button kbd="A" disabledReason={closed} onClick={desk.accepting ? undefined : desk.accept}>
        {desk.accepting ? "Accepting" : "Accept"}
      </Button>
      <Button kbd="R" disabledReason={closed} onClick={desk.reject}>
        Reject
      </Button>
    </>
  );
}
