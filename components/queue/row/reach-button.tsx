"use client";

import { useEffect, useRef, useState } from "react";
import type { AttemptKind } from "@/lib/handoff/outcome";
import { mailLink } from "@/lib/intake/emails/mail-link";
import { useDesk } from "../../handoff/desk";
import { Button } from "../../ui/button";
import { ButtonLink } from "../../ui/button-link";
import { useToast } from "../../ui/toast";
import type { KnownReach } from "./use-reach";

/** The ways to reach somebody: the link, and what is said while it is awaited and where there is none. */
const WAYS = {
  call: {
    label: "Call",
    kbd: "C",
    busy: "Calling",
    none: "No phone number came with this lead.",
    hrefOf: ({ phone }: Found) => phone && `tel:${phone}`,
  },
  email: {
    label: "Email",
    kbd: "E",
    busy: "Opening",
    none: "No email address came with this lead.",
    hrefOf: ({ email }: Found) => email && mailLink(email),
  },
  message: {
    label: "LinkedIn",
    kbd: "I",
    busy: "Opening",
    none: "No profile came with this lead.",
    hrefOf: ({ linkedin }: Found) => linkedin,
  },
} as const satisfies Partial<Record<AttemptKind, object>>;

type Found = Extract<KnownReach, { phone: string | null }>;
type ReachButtonProps = { way: keyof typeof WAYS; reach: KnownReach };

/**
 * Calls, writes or opens the profile, and opens the log beside it. A press that comes before the number
 * does waits for it; where a warning comes along, the warning is read first and the press made anew.
 */
export function ReachButton({ way, reach }: ReachButtonProps) {
  const desk = useDesk();
  const { say } = useToast();
  const { label, kbd, busy, none, hrefOf } = WAYS[way];
  const [held, setHeld] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (!held || reach === "coming") return;
    setHeld(false);
    if ("phone" in reach && reach.warning) return;
    if (link.current) link.current.click();
    else say({ text: "problem" in reach ? reach.problem : none });
  }, [held, reach, none, say]);
  if (reach === "coming") {
    return (
      <Button kbd={kbd} onClick={() => setHeld(true)}>
        {held ? busy : label}
      </Button>
    );
  }
  if ("problem" in reach) return <Button disabledReason={reach.problem}>{label}</Button>;
  const href = hrefOf(reach);
  if (!href) return <Button disabledReason={none}>{label}</Button>;
  const outside = way === "message" && { target: "_blank", rel: "noreferrer" };
  return (
    <ButtonLink
      ref={link}
      href={href}
      kbd={kbd}
      {...outside}
      onClick={() => desk?.log(way, "offered")}
    >
      {label}
    </ButtonLink>
  );
}
