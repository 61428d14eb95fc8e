import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { mapScore } from "@/db/schema/scoring";
import { SCORE_PARTS, type ScorePart } from "../score-entry";

/** What a sender said of a lead's score: whole numbers from 0 to 100. */
type MapScores = Partial<Record<ScorePart, number | undefined>>;
export type GivenScores = { leadId: string; scores: MapScores; provider: string; at: Date };

/**
 * Keeps what platforms say of leads' scores, the last word for each number. Answers the leads of
 * whom that says something new.
 */
export async function keepMapScores(
  tx: Transaction,
  given: readonly GivenScores[],
): Promise<Set<string>> {
  const rows = given.flatMap(({ leadId, scores, provider, at }) =>
    SCORE_PARTS.flatMap((part) => {
      const value = scores[part];
      return value === undefined ? [] : [{ leadId, part, value, provider, obtainedAt: at }];
    }),
  );
  // A statement may not touch a row twice: of two that say the same thing, the later one counts.
  const last = [...new Map(rows.map((row) => [`${row.leadId} ${row.part}`, row])).values()];
  if (last.length === 0) return new Set();
  const written = await tx
    .insert(mapScore)
    .values(last)
    .onConflictDoUpdate({
      target: [mapScore.leadId, mapScore.part],
      set: {
        value: sql`excluded.value`,
        provider: sql`excluded.provider`,
        obtainedAt: sql`excluded.obtained_at`,
      },
      setWhere: sql`(${mapScore.value}, ${mapScore.provider}) is distinct from (excluded.value, excluded.provider)
        and not (${mapScore.provider} = excluded.provider and ${mapScore.obtainedAt} > excluded.obtained_at)`,
    })
    .returning({ leadId: mapScore.leadId });
  return new Set(written.map(({ leadId }) => leadId));
}
