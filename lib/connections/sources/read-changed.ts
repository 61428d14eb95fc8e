import type { Failed } from "@/lib/enrichment/http/http";
import { isPage, nothing, type SourcePage, type SourceQuestion, type SourceReach } from "./source";

type Parts = { pages: SourcePage[]; refused: { id: string; words: string }[] };

/**
 * Reads records that are said to have changed. Where the other side refuses the question for one of
 * them, that one is found by halves and put off, and the others are read. A failure where another kind
 * of answer comes, or where something is missing to read any.
 */
export async function readChanged(
  reach: SourceReach,
  question: SourceQuestion,
  signal: AbortSignal,
): Promise<SourcePage | Failed> {
  const whole = await reach.read(question, signal);
  if (isPage(whole) || whole.cause !== "refused") return whole;
  const parts = await halved(reach, question, whole, signal);
  if ("answer" in parts) return parts;
  if (parts.pages.length === 0) {
    // All of them: it may be what may be read, and not which.
    const missing = await reach.lacks(signal);
    if ("answer" in missing || missing.length > 0) return whole;
  }
  return together(question, parts);
}

/** The parts of a question that was refused as a whole. */
async function halved(
  reach: SourceReach,
  question: SourceQuestion,
  whole: Failed,
  signal: AbortSignal,
): Promise<Parts | Failed> {
  const { changed } = question;
  const [id = ""] = changed;
  if (changed.length === 1) return { pages: [], refused: [{ id, words: whole.words }] };
  const parts: Parts = { pages: [], refused: [] };
  const middle = Math.ceil(changed.length / 2);
  for (const half of [changed.slice(0, middle), changed.slice(middle)]) {
    const asked = { ...question, changed: half };
    const answer = await reach.read(asked, signal);
    if (isPage(answer)) parts.pages.push(answer);
    else if (answer.cause !== "refused") return answer;
    else {
      const inner = await halved(reach, asked, answer, signal);
      if ("answer" in inner) return inner;
      parts.pages.push(...inner.pages);
      parts.refused.push(...inner.refused);
    }
  }
  return parts;
}

function together({ position }: SourceQuestion, { pages, refused }: Parts): SourcePage {
  const renews = pages.flatMap((page) => page.renews ?? []);
  const [first] = renews;
  return {
    ...nothing(pages[0]?.position ?? position ?? {}, true, null),
    records: pages.flatMap((page) => page.records),
    activities: pages.flatMap((page) => page.activities),
    refused: [
      ...pages.flatMap((page) => page.refused),
      ...refused.map(({ id, words }) => `${id}: ${words}`),
    ],
    passedOver: pages.reduce((sum, page) => sum + page.passedOver, 0),
    changed: pages.flatMap((page) => page.changed ?? []),
    merged: pages.flatMap((page) => page.merged ?? []),
    putOff: refused,
    ...(first
      ? { renews: { ...first, parentIds: renews.flatMap(({ parentIds }) => parentIds) } }
      : {}),
  };
}
