import { type BoardRow, isBeingTried, sinceWords, whyWords } from "@/lib/documentation/board/why";
import { formatAge, formatExact, type Reader } from "@/lib/platform/format";
import { CATEGORIES } from "@/lib/standard/categories";
import type { Trend } from "@/lib/standard/scoring-context";
import type { NamedMark } from "../../ui/mark";

/** A row of the board in words, as the reader's zone and locale have them. */
export type BoardLine = {
  id: string;
  href: string;
  name: string;
  who: string;
  first: string;
  second: string | null;
  tier: number | null;
  score: number | null;
  trend: Trend | null;
  marks: NamedMark[];
  since: { word: string; age: string; exact: string; urgent: boolean };
  /** When enrichment runs again, and how often it ran in vain; null where it does not concern. */
  /** Who is on it, in words; `mine`: the reader is. */
  claim: { words: string; exact: string; mine: boolean } | null;
  next: { when: string; exact: string | undefined; tries: string } | null;
};

/** Marked: an MQL that is held loses time, and a rep may read the draft at this moment. */
const isUrgent = (why: BoardRow["why"]) =>
  (why.kind === "enrichment" && why.mql) ||
  (why.kind === "summary" && (why.owner !== null || why.graceEndsAt !== null));

/** The clock of the grace time stands where the rest of the reason would (G.5). */
function reasonWords(why: BoardRow["why"], now: Date, reader: Reader) {
  const words = whyWords(why);
  if (why.kind !== "summary" || !why.graceEndsAt) return words;
  const due = why.graceEndsAt > now ? formatAge(why.graceEndsAt, now, reader) : "now";
  return { ...words, second: `Goes out with the draft ${due}` };
}

/** 'in 4 min' and '3 tries so far'. */
export function nextTry(
  given: { tries: number; nextAt: Date | null },
  now: Date,
  reader: Reader,
): NonNullable<BoardLine["next"]> {
  const { tries, nextAt } = given;
  const due = isBeingTried(given) || (nextAt !== null && nextAt <= now);
  const when = nextAt === null ? "not planned" : due ? "now" : formatAge(nextAt, now, reader);
  const count = tries === 0 ? "" : tries === 1 ? "1 try so far" : `${tries} tries so far`;
  return { when, exact: nextAt ? formatExact(nextAt, reader) : undefined, tries: count };
}

/** Puts a row of the board in words. */
export function boardLine(row: BoardRow, href: string, now: Date, reader: Reader): BoardLine {
  const { id, name, email, jobTitle, companyName, tier, score, trend, why, claim } = row;
  const who = [jobTitle, companyName].filter(Boolean).join(", ");
  return {
    id,
    href,
    name: name ?? email ?? "No name yet",
    who: who || (name && email) || "Company not known",
    ...reasonWords(why, now, reader),
    tier,
    score,
    trend,
    marks: CATEGORIES.map(({ key, label }) => ({ name: label, state: row[key] })),
    since: {
      word: sinceWords(why),
      age: formatAge(why.at, now, reader),
      exact: formatExact(why.at, reader),
      urgent: isUrgent(why),
    },
    next: why.kind === "enrichment" || why.kind === "sync" ? nextTry(why, now, reader) : null,
    claim: claim && {
      words: claim.mine ? "You are on it" : `${claim.by} is on it`,
      exact: formatExact(claim.at, reader),
      mine: claim.mine,
    },
  };
}
