import type { ReactNode } from "react";

type EmptyStateProps = {
  /** What is so, as a sentence: "No lead is waiting." */
  title: string;
  /** Why, or what will change it. */
  children?: ReactNode;
  /** The one thing to do next, if there is one. */
  action?: ReactNode;
};

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-[46ch] flex-col items-center gap-1.5 px-4 py-14 text-center text-balance">
      <p className="text-reading font-medium">{title}</p>
      {children && <div className="text-soft">{children}</div>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
