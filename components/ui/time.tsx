import type { ReactNode } from "react";

type TimeProps = { at: Date | string; exact: string; children: ReactNode; className?: string };

/** A time in words, with the exact one for machines and on hover. The words come ready-made. */
export function Time({ at, exact, children, className }: TimeProps) {
  const iso = typeof at === "string" ? at : at.toISOString();
  return (
    // Browser and server may spell a month differently ("Sep", "Sept"); the server's word stands.
    <time dateTime={iso} title={exact} className={className} suppressHydrationWarning>
      {children}
    </time>
  );
}
