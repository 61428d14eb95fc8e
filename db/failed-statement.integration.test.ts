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
