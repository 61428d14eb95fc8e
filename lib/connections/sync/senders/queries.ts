import { asc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { apiKey, apiKeyFailure } from "@/db/schema/person";
import { SENDER_FAULTS, type SenderFault } from "@/lib/access/keys/faults";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { DAY } from "@/lib/platform/durations";
import type { Sync } from "../sync";

type Failed = { cause: SenderFault; count: number };

/** How often each cause stood in the way, the most frequent first. */
const byCause = (failed: readonly Failed[]): Sync["failures"] =>
  [...Map.groupBy(failed, ({ cause }) => cause)]
    .map(([cause, of]) => ({
      cause: SENDER_FAULTS[cause],
      count: of.reduce((sum, { count }) => sum + count, 0),
    }))
    .toSorted((one, other) => other.count - one.count);

/** How what comes in by each key keeps up (M.2); times are to the minute. */
export async function sending(viewer: Viewer, now: Date): Promise<Sync[]> {
  authorize(viewer, "see connections");
  const { id, name, lastSuccessAt } = apiKey;
  const { cause, at, count } = apiKeyFailure;
  const rows = await db
    .select({ id, name, lastSuccessAt, cause, at, count })
    .from(apiKey)
    .leftJoin(apiKeyFailure, eq(apiKeyFailure.keyId, apiKey.id))
    .where(isNull(apiKey.revokedAt))
    .orderBy(asc(apiKey.createdAt), asc(apiKey.id));
  return [...Map.groupBy(rows, (row) => row.id)].map(([keyId, those]): Sync => {
    const lastSuccess = those[0]?.lastSuccessAt ?? null;
    const failed = those
      .flatMap((row) =>
        row.cause && row.at ? [{ cause: row.cause, at: row.at, count: row.count ?? 1 }] : [],
      )
      .toSorted((one, other) => other.at.getTime() - one.at.getTime());
    const [latest] = failed;
    const broken = latest && (lastSuccess === null || latest.at > lastSuccess) ? latest : null;
    const recent = failed.filter(({ at: when }) => now.getTime() - when.getTime() < DAY);
    return {
      id: keyId,
      name: those[0]?.name ?? "",
      keys: [],
      does: "sends",
      gives: [],
      lastSuccessAt: lastSuccess,
      failures: byCause(recent),
      waiting: 0,
      waitingSince: broken && (lastSuccess ?? broken.at),
      nextAt: null,
      fault: broken?.cause ?? null,
    };
  });
}
