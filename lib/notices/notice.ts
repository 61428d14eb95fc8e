import type { FieldId } from "@/lib/standard/categories";
import type { NoticeKind } from "./kinds";

/** One thing that one person is to be told of. `at` is when it happened. */
export type Notice = {
  kind: NoticeKind;
  personId: string;
  /** Null where it is about no single lead: then it brings its occasion and its words. */
  leadId: string | null;
  /** The handoff that it is about: of `rerouted_away` the one that the person had. */
  handoffId: string | null;
  /** Of `field_wrong` and `correction`. */
  fieldId?: FieldId;
  /**
   * What tells one event from the next: a person is told once of each kind and occasion, however
   * often its command runs. Left out, it is the handoff, or else the lead, with the field.
   */
  occasion?: string;
  /** The title and the lines, as they are to be read. */
  words?: string[];
  at: Date;
};

/** What tells one event from the next; the notice's own words for it, or what it is about. */
export const occasionOf = ({ occasion, handoffId, leadId, fieldId }: Notice): string =>
  occasion ?? [handoffId ?? leadId ?? "", ...(fieldId ? [fieldId] : [])].join(" ");
