import type { FieldId } from "@/lib/standard/categories";
import type { AnswerFilter } from "../answers";

/** How many leads each further filter would leave, beside the filters in force. */
export type Facets = {
  missing: Partial<Record<FieldId, number>>;
  answers: Record<AnswerFilter, number>;
  /** The most frequent first. */
  channels: { channel: string; count: number }[];
};
