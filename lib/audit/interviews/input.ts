import { z } from "zod";
import { rowId } from "@/lib/access/row-id";
import { FIELD_IDS } from "@/lib/standard/categories";

const words = (what: string) =>
  z.string().trim().min(1, what).max(4_000, "Keep it under 4,000 characters.");
const given = {
  auditId: rowId,
  place: z.int().positive(),
  answer: words("Write down what they said."),
  fieldIds: z.array(z.enum(FIELD_IDS, "There is no such field.")).default([]),
};

/** A rep's answer in their words (A.4): whoever researches first says what. */
export const interviewInput = z.discriminatedUnion(
  "researches",
  [
    z.object({ ...given, researches: z.literal("no") }),
    z.object({ ...given, researches: z.literal("yes"), what: words("Say what they look up.") }),
  ],
  { error: "Choose what they do." },
);
export type InterviewInput = z.output<typeof interviewInput>;
