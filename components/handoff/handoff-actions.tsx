"use client";

import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { useDesk } from "./desk";

type HandoffActionsProps = {
  /** E.164; null where there is none. */
  phone: string | null;
  /** Where there is a reason not to call first. */
  warned: true | undefined;
  /** Why nothing can be decided any more: "You accepted this lead." */
  decided: string | undefined;
};

/** What the owner does next. Calling also opens the log, so that the attempt is not forgotten. */
export function HandoffActions({ phone, warned, decided }: HandoffActionsProps) {
  const desk = useDesk();
  if (!desk) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      {phone ? (
        <ButtonLink
          href={`tel:${phone}`}
          variant={decided || warned ? "quiet" : "primary"}
          kbd="C"
          onClick={() => desk.log("call", "offered")}
        >
          Call
        </ButtonLink>
      ) : (
        <Button disabledReason="No phone number came with this lead.">Call</Button>
      )}
      <Button kbd="L" onClick={() => desk.log("call")}>
        Log
      </Button>
      <Button kbd="A" disabledReason={decided} onClick={desk.accepting ? undefined : desk.accept}>
        {desk.accepting ? "Accepting" : "Accept"}
      </Button>
      <Button kbd="R" disabledReason={decided} onClick={desk.reject}>
        Reject
      </Button>
    </div>
  );
}
