"use client";

import type { ReactNode } from "react";
import type { AttemptKind } from "@/lib/handoff/outcome";
import { classNames } from "../ui/class-names";
import { useDesk } from "./desk";

type ReachLinkProps = { href: string; kind: AttemptKind; strong?: boolean; children: ReactNode };

/** Dials, writes or opens the profile; for the owner it also opens the log. */
export function ReachLink({ href, kind, strong = false, children }: ReachLinkProps) {
  const desk = useDesk();
  const outside = href.startsWith("http");
  return (
    <a
      href={href}
      target={outside ? "_blank" : undefined}
      rel={outside ? "noreferrer" : undefined}
      // A profile is looked at before it is written to: only calls and mails are logged from here.
      onClick={kind === "message" ? undefined : () => desk?.log(kind)}
      className={classNames(
        // High enough to be hit, also where the word beside it wraps below (WCAG 2.5.8).
        "num py-1 leading-[26px] underline pointer-coarse:py-2.5 pointer-coarse:leading-10 decoration-line-strong underline-offset-3 hover:decoration-accent",
        strong && "font-medium",
      )}
    >
      {children}
    </a>
  );
}
