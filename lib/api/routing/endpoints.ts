import { z } from "zod";
import { endpoint } from "@/lib/access/endpoint";
import { problemDocument } from "@/lib/access/problem";
import { handoffDocument } from "../handoffs/handoff-document";
import { instantParameter } from "../instant-parameter";

const line = (max: number) =>
  z
    .string("must be text")
    .trim()
    .min(1, "is empty")
    .max(max, `is longer than ${max} characters`)
    .refine(
      (text) => !text.includes("\0") && text.isWellFormed(),
      "contains a character that cannot be kept",
    );

export const routeLead = endpoint({
  method: "POST",
  path: "/leads/{id}/routing",
  summary: "Hand a lead off as was decided elsewhere",
  description:
    "The gate judges the lead as always (G.3). The same decision sent again answers its handoff.",
  body: z.strictObject({
    owner: line(320).describe("An active rep, by email or by name"),
    reason: line(500).describe("Why this rep; the rep reads it"),
    decidedAt: instantParameter.describe("When it was decided"),
  }),
  example: {
    owner: "amara.lindqvist@example.com",
    reason: "Territory: DACH logistics; next in turn",
    decidedAt: "2026-06-03T10:00:00Z",
  },
  answers: {
    200: { description: "It was handed off so already", schema: handoffDocument },
    201: { description: "Handed off", schema: handoffDocument },
    409: {
      description: "The gate holds the lead (`missing`), or a rep has it already",
      schema: problemDocument,
    },
  },
});
