import { describe, expect, it } from "vitest";
import { z } from "zod";
import { describedFields } from "./described-fields";

const told = (schema: z.ZodType) =>
  describedFields(z.toJSONSchema(schema)).map(
    ({ name, kind, required }) => `${name}${required ? "" : "?"}: ${kind}`,
  );

describe("the fields of a schema, for people to read", () => {
  it("say what each takes, how much of it, and whether it may be left out", () => {
    const schema = z.object({
      id: z.guid(),
      name: z.string().max(50).nullable(),
      kind: z.enum(["call", "mail"]).optional(),
      score: z.int().min(0).max(100),
    });
    expect(told(schema)).toEqual([
      "id: id",
      "name: text, up to 50 characters or null",
      "kind?: one of call, mail",
      "score: whole number, 0 to 100",
    ]);
  });

  it("join the kinds of one object", () => {
    const schema = z.object({
      events: z.array(
        z.discriminatedUnion("kind", [
          z.object({ kind: z.literal("page"), at: z.string(), path: z.string() }),
          z.object({ kind: z.literal("form"), at: z.string(), fields: z.string().optional() }),
        ]),
      ),
    });
    expect(told(schema)).toEqual([
      "events: list of object",
      "events[].kind: one of page, form",
      "events[].at: text",
      "events[].path?: text",
      "events[].fields?: text",
    ]);
  });

  it("go into objects and lists", () => {
    const schema = z.object({
      scores: z.object({ fit: z.number() }).optional(),
      touchpoints: z.array(z.object({ text: z.string() })),
      flags: z.array(z.string()),
    });
    expect(told(schema)).toEqual([
      "scores?: object",
      "scores.fit: number",
      "touchpoints: list of object",
      "touchpoints[].text: text",
      "flags: list of text",
    ]);
  });
});
