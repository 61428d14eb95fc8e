import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "./client";
import { history } from "./schema/history";

it.each([
  ["a company's name that is a year", "1984"],
  ["a number as somebody wrote it", "1e5"],
  ["a word of JSON", "true"],
  ["an object in writing", '{"a":1}'],
  ["a quoted word", '"Acme"'],
  ["a number", 1984],
  ["an object", { name: "1984", list: ["1", 1, null] }],
])("reads %s from a JSON column as it was written", async (_, value) => {
  const subjectId = randomUUID();
  const said = { actorKind: "test", actorName: "Tests", verb: "kept", subject: "test" };
  await db.insert(history).values({ ...said, subjectId, after: value, at: new Date() });
  const [row] = await db.select().from(history).where(eq(history.subjectId, subjectId));
  expect(row?.after).toStrictEqual(value);
});
