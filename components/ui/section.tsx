"use client";

import { type ReactNode, useId } from "react";
import { Mark, type MarkState } from "./mark";

type SectionProps = {
  title: string;
  /** The category's completeness, set before the title. */
  mark?: MarkState;
  /** A faint remark at the end of the title's line: "5 of 212 activities". */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A group without a box: a small heading, white space, and its content. */
export function Section({ title, mark, aside, className, children }: SectionProps) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className={className}>
      <div className="section-head">
        {mark && <Mark state={mark} />}
        <h2 id={headingId}>{title}</h2>
        {aside && <div>{aside}</div>}
      </div>
      {children}
    </section>
  );
}
