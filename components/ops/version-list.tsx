"use client";

import { ChevronRight } from "lucide-react";
import { Button } from "../ui/button";
import { useSummary } from "./summary-desk";

/** A saved version in the reader's words. */
export type VersionLine = {
  version: number;
  text: string;
  author: string;
  when: string;
  asDrafted: boolean;
};

/** Every saved version, the newest first; any can be put back into the editor (O.3). */
export function VersionList({ versions }: { versions: readonly VersionLine[] }) {
  const { state, write } = useSummary();
  if (versions.length === 0) return null;
  const count = versions.length === 1 ? "1 saved version" : `${versions.length} saved versions`;
  return (
    <details className="group mt-2 text-small">
      <summary className="inline-flex min-h-6 items-center gap-1 text-soft hover:text-ink">
        <ChevronRight
          aria-hidden="true"
          className="size-3.5 text-faint transition-transform group-open:rotate-90"
        />
        {count}
      </summary>
      <ol className="mt-1 border-l border-line-strong pl-3">
        {versions.map(({ version, text, author, when, asDrafted }) => (
          <li key={version} className="border-b border-line py-2 last:border-b-0">
            <p className="flex flex-wrap items-center gap-x-2 text-faint">
              <span className="num">
                Version {version}, {author}, {when}
                {asDrafted && ", the draft as it was"}
              </span>
              {text !== state.text && (
                <Button variant="bare" className="ml-auto px-1.5" onClick={() => write(text)}>
                  Put into the editor
                </Button>
              )}
            </p>
            <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}
