import type { ReactNode } from "react";
import { classNames } from "./class-names";

const tones = {
  bad: { box: "bg-bad-wash", lead: "text-bad" },
  warn: { box: "bg-warn-wash", lead: "text-warn" },
} as const;

type WarnBarProps = { lead: string; children?: ReactNode; tone?: keyof typeof tones };

/** Comes before anything else on a page: the reason in bold, what to do about it after. */
export function WarnBar({ lead, children, tone = "bad" }: WarnBarProps) {
  return (
    <section
      aria-label={lead}
      className={classNames(
        "icon icon-triangle-alert flex gap-2.5 rounded-box px-3.5 py-2 forced-colors:border",
        tones[tone].box,
        tones[tone].lead,
      )}
    >
      <p className="min-w-0 text-ink">
        <strong className={classNames("font-medium", tones[tone].lead)}>{lead}</strong>
        {children && <> · {children}</>}
      </p>
    </section>
  );
}
