import { type BoardRow, isBeingTried, sinceWords, whyWords } from "@/lib/documentation/board/why";
import { formatAge, formatExact, type Reader } from "@/lib/platform/format";
import { CATEGORIES } from "@/lib/standard/categories";
import type { Trend } from "@/lib/standard/scoring-context";
import type { NamedMark } from "../ui/mark";

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
  next: { when: string; exact: string | undefined; tries: string } | null;
};

/** Marked: an MQL that is held loses time, and a rep may read the draft at this moment. */
const isUrgent = (why: BoardRow["why"]) =>
  (why.kind === "enrichment" && why.mql) || (why.kind === "summary" && why.owner !== null);

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
  const { id, name, email, jobTitle, companyName, tier, score, trend, why } = row;
  const who = [jobTitle, companyName].filter(Boolean).join(", ");
  return {
    id,
    href,
    name: name ?? email ?? "No name yet",
    who: who || (name && email) || "Company not known",
    ...whyWords(why),
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
    next: why.kind === "enrichment" ? nextTry(why, now, reader) : null,
  };
}
