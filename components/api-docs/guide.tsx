import type { ReactNode } from "react";
import { CopyButton } from "../ui/copy-button";

type GuideProps = { id: string; title: string; children: ReactNode };

/** Something that holds for more than one operation, in prose. */
export function Guide({ id, title, children }: GuideProps) {
  return (
    <section id={id} aria-labelledby={`${id}-name`} className="mt-14 scroll-mt-6">
      <h2 id={`${id}-name`} className="text-reading font-semibold">
        {title}
      </h2>
      <div className="mt-2 flex max-w-[68ch] flex-col gap-2 text-soft">{children}</div>
    </section>
  );
}

/** A text to be taken over as it stands. */
export function Sample({ label, children }: { label: string; children: string }) {
  return (
    <div className="flex items-start gap-2">
      <pre className="min-w-0 flex-1 rounded-control bg-hover px-3 py-2 text-label/5 whitespace-pre-wrap text-ink wrap-anywhere">
        {children}
      </pre>
      <CopyButton text={children} label={`Copy: ${label}`} />
    </div>
  );
}
