import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { apiKey, apiKeyFailure } from "@/db/schema/person";
import { testDatabase } from "@/db/testing/database";
import { createFirstKeys } from "../commands";
import { keyHolder } from "../queries";
import { systemActor } from "../viewer";
import { noting } from "./use";

const { db } = testDatabase();

async function aHolder() {
  const key = `test-${randomUUID()}`;
  await createFirstKeys(systemActor("command line", "Tests"), { api: key }, new Date());
  const holder = await keyHolder("api", key);
  if (!holder) throw new Error("The key that was made just now is not known.");
  return holder;
}

it("M.2 what a key sent well within a minute of what it sent wrong is kept too, the latest last", async () => {
  const holder = await aHolder();
  const began = Date.now();
  const at = (milliseconds: number) => new Date(began + milliseconds);
  const answered = (status: number, milliseconds: number) =>
    noting(holder, at(milliseconds), async () => new Response(null, { status }));
  await answered(200, 0);
  await answered(400, 10_000);
  // The last calls of the minute, after which the key is silent.
  await answered(200, 59_900);
  await answered(200, 59_950);
  await vi.waitFor(async () => {
    const [key] = await db.select().from(apiKey).where(eq(apiKey.id, holder.keyId));
    expect(key?.lastSuccessAt).toEqual(at(59_950));
  });
  await answered(400, 69_900);
  await answered(400, 69_950);
  await vi.waitFor(async () => {
    const failures = await db
      .select()
      .from(apiKeyFailure)
      .where(eq(apiKeyFailure.keyId, holder.keyId));
    expect(failures.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    expect(failures.map((failure) => failure.at)).toContainEqual(at(69_950));
  });
});
