import type { FieldId } from "@/lib/standard/categories";

/** What a rep said when asked (A.4). */
type InterviewAnswer = {
  words: string;
  researches: boolean;
  what: string | null;
  fieldIds: readonly FieldId[];
  askedBy: string;
  at: Date;
};

/** A rep whom the seed chose to be asked; `answer` is null until they were. */
export type Interview = { place: number; rep: string; answer: InterviewAnswer | null };
