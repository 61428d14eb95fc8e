import type { ReactNode } from "react";
import { formatMoment, type Reader } from "@/lib/platform/format";
import { formatCount } from "@/lib/platform/format-number";
import { inSentence } from "@/lib/trail/wording/prose";
import { ReaderTime } from "../shell/reader-time";
import { Section } from "../ui/section";

/** Something that did not arrive, or not yet. */
export type StuckRow = {
  id: string;
  what: ReactNode;
  at: Date;
  words: string | null;
  givenUp: boolean;
  tries: number;
  dueAt: Date;
  paused: boolean;
  /** The button that tries it again; null for who may not. */
  retry: ReactNode;
};

type StuckRowsProps = {
  title: string;
  aside?: string;
  rows: readonly StuckRow[];
  now: Date;
  reader: Reader;
};

/** What did not arrive: why, how often it was tried, and when it is next. */
export function StuckRows({ title, aside, rows, now, reader }: StuckRowsProps) {
  if (rows.length === 0) return null;
  return (
    <Section title={title} aside={aside} className="mt-6 min-w-0">
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex items-center gap-3 border-b border-line py-2">
            <div className="min-w-0 flex-1">
              <p className="wrap-anywhere">
                {row.what}{" "}
                <ReaderTime
                  as="moment"
                  at={row.at}
                  now={now}
                  reader={reader}
                  className="num text-small text-faint"
                />
              </p>
              <p className="text-small text-soft wrap-anywhere">
                {row.words} {standing(row, now, reader)}
              </p>
            </div>
            {row.retry}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function standing({ givenUp, tries, dueAt, paused }: StuckRow, now: Date, reader: Reader): string {
  const often = formatCount(tries, "try", "tries", reader.locale);
  if (givenUp) return `Given up after ${often}.`;
  if (paused) return `${often} so far; it waits until the connection is resumed.`;
  const next =
    dueAt > now ? inSentence(formatMoment(dueAt, reader, now, "second")) : "at any moment";
  return `${often} so far, next ${next}.`;
}
