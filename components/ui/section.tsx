import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";
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
      <div className="mb-2 flex min-h-4 items-center gap-[7px] text-label">
        {mark && <Mark state={mark} />}
        <h2 id={headingId} className="font-semibold text-soft">
          {title}
        </h2>
        {aside && <div className={classNames("ml-auto text-right text-faint")}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}
