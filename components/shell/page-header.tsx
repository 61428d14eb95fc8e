import type { ReactNode } from "react";
import { classNames } from "../ui/class-names";

type PageHeaderProps = {
  title: string;
  /** What is here, in numbers: "23 leads, 2 due now". */
  count?: ReactNode;
  /** Filters and buttons, at the right; below on a phone. */
  actions?: ReactNode;
  /** Where a phone says title and count already, in its navigation and its tabs: only for screen readers there. */
  brief?: boolean;
};

export function PageHeader({ title, count, actions, brief }: PageHeaderProps) {
  const said = brief && "max-md:sr-only";
  return (
    <div
      className={classNames(
        "flex min-h-[34px] flex-wrap items-center gap-x-3 gap-y-2",
        brief ? "md:mb-2.5" : "mb-2.5",
      )}
    >
      <h1 className={classNames("text-trigger font-bold tracking-[-0.02em]", said)}>{title}</h1>
      {count && <p className={classNames("num text-small text-faint", said)}>{count}</p>}
      {actions && (
        <div className="flex flex-wrap items-center gap-2 max-md:w-full md:ml-auto">{actions}</div>
      )}
    </div>
  );
}
