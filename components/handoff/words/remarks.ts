import type { Snapshot } from "@/lib/handoff/snapshot";
import { formatMoment } from "@/lib/platform/format";
import { inSentence } from "@/lib/trail/wording/prose";
import type { Reading } from "./field-state";

/** C3.9 as it is shown: by whom and when, or that it is a draft, or that there is none. */
export type SummaryWords = { text: string; aside: string; draft: boolean } | null;

type Summary = Snapshot["summary"];

/** What marketing ops says, or the draft that went along and is labelled so (G.5). */
export function summaryWords(summary: Summary, { reader, now }: Reading): SummaryWords {
  if (!summary) return null;
  const { text, author, at, draft } = summary;
  return {
    text,
    draft: draft === true,
    aside: `${author}, ${inSentence(formatMoment(new Date(at), reader, now))}`,
  };
}

export type RemarkWords = { text: string; by: string };

/** C5.4: what marketing adds in a few words, each with who added it and when. */
export function remarkWords(remarks: Snapshot["notes"], { reader, now }: Reading): RemarkWords[] {
  return remarks.map(({ text, author, at }) => ({
    text,
    by: `${author}, ${inSentence(formatMoment(new Date(at), reader, now))}`,
  }));
}
