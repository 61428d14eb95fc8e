import type { SearchParams } from "@/lib/platform/search-params";
import { type FieldId, isFieldId } from "@/lib/standard/categories";
import type { Trial } from "@/lib/standard/versions/trial";

/** Which of a trial's leads are listed: newly held, let through, or all that the draft holds. */
export const TRIED_LISTS = {
  more: "Newly held",
  fewer: "Let through",
  held: "Held by the draft",
} as const;

/** A list of a trial as its address has it: `leads`, `field` and `page`. */
export type TriedList = { show: keyof typeof TRIED_LISTS; field: FieldId | null; page: number };

/** A lead of a trial; `holding` is what holds it, or held it where the draft lets it through. */
export type TriedLead = {
  id: string;
  name: string | null;
  company: string | null;
  title: string | null;
  email: string | null;
  capturedAt: Date;
  routed: boolean;
  holding: FieldId[];
};

/** Reads a list from an address; without one the list with news is shown. */
export function parseTriedList({ leads, field, page }: SearchParams, trial: Trial): TriedList {
  const news = trial.more > 0 || trial.fewer === 0 ? "more" : "fewer";
  const show = typeof leads === "string" && Object.hasOwn(TRIED_LISTS, leads) ? leads : news;
  const at = Number(page);
  return {
    show: show as TriedList["show"],
    field: show === "held" && typeof field === "string" && isFieldId(field) ? field : null,
    page: Number.isSafeInteger(at) && at > 0 ? Math.min(at, 100_000) : 1,
  };
}

/** How many leads a list has. */
export function countOf({ show, field }: TriedList, trial: Trial): number {
  if (show !== "held") return trial[show];
  if (!field) return trial.heldByDraft;
  return trial.fields.find(({ id }) => id === field)?.held ?? 0;
}
