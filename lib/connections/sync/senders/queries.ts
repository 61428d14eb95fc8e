import { asc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { apiKey, apiKeyFailure } from "@/db/schema/person";
import { SENDER_FAULTS } from "@/lib/access/keys/faults";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { Sync } from "../sync";

const DAY = 86_400_000;

/** How what comes in by each key keeps up (M.2); times are to the minute. */
export async function sending(viewer: Viewer, now: Date): Promise<Sync[]> {
  authorize(viewer, "see connections");
  const { id, name, lastSuccessAt } = apiKey;
  const { cause, at } = apiKeyFailure;
  const rows = await db
    .select({ id, name, lastSuccessAt, cause, at })
    .from(apiKey)
    .leftJoin(apiKeyFailure, eq(apiKeyFailure.keyId, apiKey.id))
    .where(isNull(apiKey.revokedAt))
    .orderBy(asc(apiKey.createdAt), asc(apiKey.id));
  return [...Map.groupBy(rows, (row) => row.id)].map(([keyId, those]): Sync => {
    const lastSuccess = those[0]?.lastSuccessAt ?? null;
    const failed = those
      .flatMap((row) => (row.cause && row.at ? [{ cause: row.cause, at: row.at }] : []))
      .toSorted((one, other) => other.at.getTime() - one.at.getTime());
    const [latest] = failed;
    const broken = latest && (lastSuccess === null || latest.at > lastSuccess) ? latest : null;
    const recent = failed.filter(({ at: when }) => now.getTime() - when.getTime() < DAY);
    return {
      ...{ id: keyId, name: those[0]?.name ?? "", keys: [], does: "sends", gives: [] },
      lastSuccessAt: lastSuccess,
      failures: recent.map((one) => ({ cause: SENDER_FAULTS[one.cause], count: 1 })),
      ...{ waiting: 0, waitingSince: broken && (lastSuccess ?? broken.at), nextAt: null },
      fault: broken?.cause ?? null,
    };
  });
}
