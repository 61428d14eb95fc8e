"use client";

import type { ReactNode } from "react";
import type { AttemptKind } from "@/lib/handoff/outcome";
import { classNames } from "../../ui/class-names";
import { Kbd } from "../../ui/kbd";
import { useDesk } from "../desk";

/** What a key does, for the list of keys: the link itself says only where it leads. */
const DOES: Partial<Record<AttemptKind, string>> = {
  email: "Write an email",
  message: "Open the LinkedIn profile",
};

type ReachLinkProps = {
  href: string;
  kind: AttemptKind;
  /** The key that its owner opens it by; a call has its button. */
  kbd?: string;
  strong?: boolean;
  children: ReactNode;
};

/** Dials, writes or opens the profile; for the owner the log is there on the way back. */
export function ReachLink({ href, kind, kbd, strong = false, children }: ReachLinkProps) {
  const desk = useDesk();
  const outside = href.startsWith("http");
  const key = desk ? kbd : undefined;
  return (
    <a
      href={href}
      target={outside ? "_blank" : undefined}
      rel={outside ? "noreferrer" : undefined}
      aria-keyshortcuts={key}
      data-shortcut={key?.toLowerCase()}
      data-does={key && DOES[kind]}
      onClick={() => desk?.log(kind, "offered")}
      className={classNames(
        // High enough to be hit, also where the word beside it wraps below (WCAG 2.5.8).
        "py-1 leading-[26px] underline pointer-coarse:py-[15px] pointer-coarse:leading-11 decoration-line-strong underline-offset-3 hover:decoration-accent",
        strong && "font-medium",
      )}
    >
      {children}
      {key && (
        <span className="key-of">
          <Kbd silent>{key}</Kbd>
        </span>
      )}
    </a>
  );
}
