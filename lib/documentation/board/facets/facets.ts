import type { FieldId } from "@/lib/standard/categories";
import { ANSWER_FILTER_NAMES, type AnswerFilter } from "../answers";

/** How many leads each further filter would leave, beside the filters in force. */
export type Facets = {
  missing: Partial<Record<FieldId, number>>;
  answers: Record<AnswerFilter, number>;
  /** The most frequent first. */
  channels: { channel: string; count: number }[];
};

/** Nobody chooses from a longer list. */
export const CHANNELS_SHOWN = 20;

/** A count of each answer, 0 where `count` knows none. */
export const answersOf = (count: (name: AnswerFilter) => number | undefined): Facets["answers"] =>
  Object.fromEntries(
    ANSWER_FILTER_NAMES.map((name) => [name, count(name) ?? 0]),
  ) as Facets["answers"];
