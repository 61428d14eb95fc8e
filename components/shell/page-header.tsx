import type { ReactNode } from "react";

type PageHeaderProps = {
  title: string;
  /** What is here, in numbers: "23 leads, 2 due now". */
  count?: ReactNode;
  /** Filters and buttons, at the right; below on a phone. */
  actions?: ReactNode;
};

export function PageHeader({ title, count, actions }: PageHeaderProps) {
  return (
    <div className="mb-2.5 flex min-h-[34px] flex-wrap items-center gap-x-3 gap-y-2">
      <h1 className="text-trigger font-bold tracking-[-0.02em]">{title}</h1>
      {count && <p className="num text-small text-faint">{count}</p>}
      {actions && (
        <div className="flex flex-wrap items-center gap-2 max-md:w-full md:ml-auto">{actions}</div>
      )}
    </div>
  );
}
