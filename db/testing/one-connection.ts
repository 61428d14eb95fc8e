import { sql } from "drizzle-orm";
import { POOL_SIZE, transaction } from "@/db/client";

/**
 * Runs `work` while transactions that stand still hold every connection of the pool but one: who asks
 * for a second while it holds the first waits for ever.
 */
export async function withOneConnection<T>(work: () => Promise<T>): Promise<T> {
  const over = Promise.withResolvers<void>();
  const held: Promise<void>[] = [];
  const standing: Promise<void>[] = [];
  for (let each = 1; each < POOL_SIZE; each += 1) {
    const stands = Promise.withResolvers<void>();
    held.push(stands.promise);
    standing.push(
      transaction(async (tx) => {
        await tx.execute(sql`select 1`);
        stands.resolve();
        await over.promise;
      }),
    );
  }
  await Promise.all(held);
  return work().finally(async () => {
    over.resolve();
    await Promise.all(standing);
  });
}
