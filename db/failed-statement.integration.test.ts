import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "./client";

it("prints a failed statement and why it failed, without the name that it was given", async () => {
  const failed = db.execute(sql`select 1 / 0, ${"Amara Lindqvist"}::text`);
  const error = await failed.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  expect(inspect(error)).toContain("select 1 / 0");
  expect(inspect(error)).toContain("division by zero");
  expect(inspect(new Error("The page failed.", { cause: error }))).not.toContain("Lindqvist");
});

it("names an outage so that a page can say it, and leaves every other failure to Next", async () => {
  const thrown = (statement: ReturnType<typeof sql>) =>
    db.execute(statement).catch((error: unknown) => error as Error & { digest?: string });
  const locked = sql`do $$ begin raise exception 'locked' using errcode = '55P03'; end $$`;
  expect(await thrown(locked)).toMatchObject({ digest: "no-database" });
  const broken = (await thrown(sql`select 1 / 0`)) as Error & { digest?: string };
  expect(broken.digest).toBeUndefined();
  broken.digest = "42";
  expect(broken.digest).toBe("42");
});
