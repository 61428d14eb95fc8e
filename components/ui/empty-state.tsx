import type { ReactNode } from "react";

type EmptyStateProps = {
  /** What is so, as a sentence: "No lead is waiting." */
  title: string;
  /** Why, or what will change it. */
  children?: ReactNode;
  /** The one thing to do next, if there is one. */
  action?: ReactNode;
};

/** In the middle of an otherwise empty page; at the start of a section that has others beside it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-[46ch] flex-col items-center gap-1.5 px-4 py-14 text-center text-balance in-[section]:mx-0 in-[section]:max-w-[72ch] in-[section]:items-start in-[section]:gap-0.5 in-[section]:px-0 in-[section]:pt-1 in-[section]:pb-0 in-[section]:text-left in-[section]:text-pretty">
      <p className="text-reading font-medium in-[section]:text-body">{title}</p>
      {children && <div className="text-soft">{children}</div>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
