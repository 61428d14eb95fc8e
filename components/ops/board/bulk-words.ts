import type { DeedName, Effect } from "@/lib/documentation/bulk/effect";

/** What can be done with many leads at once (O.5); `undone`: by one press afterwards. */
export const BULK_DEEDS = {
  retry: { label: "Retry enrichment", kbd: "R", reason: null, undone: false },
  claim: { label: "Claim", kbd: "C", reason: null, undone: true },
  release: { label: "Let go", kbd: "L", reason: null, undone: true },
  flag: { label: "Set a flag", kbd: "F", reason: null, undone: true },
  test: { label: "Mark as test", kbd: "T", reason: "A test submission", undone: true },
  noLead: { label: "Not a lead", kbd: "N", reason: "No lead at all", undone: true },
  bringBack: { label: "Bring back", kbd: "B", reason: null, undone: false },
  trust: { label: "Let the clicks count", kbd: "Y", reason: null, undone: true },
  distrust: { label: "Leave the clicks out", kbd: "O", reason: null, undone: true },
} as const satisfies Record<
  DeedName,
  { label: string; kbd: string; reason: string | null; undone: boolean }
>;
export type BulkDeed = DeedName;

const leads = (count: number) => (count === 1 ? "1 lead" : `${count} leads`);
const they = (count: number, one: string, many: string) => (count === 1 ? one : many);

/** What a deed is going to do, in sentences, before it is done. */
export function bulkPreview(deed: BulkDeed, count: number): string {
  if (count === 0) return "Does nothing to the leads that are selected.";
  const back = `${they(count, "It is", "They are")} kept under Set aside, and can be brought back.`;
  switch (deed) {
    case "retry":
      return `Asks the providers again about ${leads(count)}, as if for the first time. Whoever is an MQL and becomes complete goes to a rep at once.`;
    case "claim":
      return `Puts your name on ${leads(count)}, so that nobody else does the same.`;
    case "release":
      return `Gives ${leads(count)} of yours free for others.`;
    case "flag":
      return `Sets the flag on ${leads(count)}. A rep who has one already sees it as added since.`;
    case "test":
      return `Sets ${leads(count)} aside as ${they(count, "a test submission", "test submissions")}. No rep gets ${they(count, "it", "them")}. ${back}`;
    case "noLead":
      return `Sets ${leads(count)} aside as ${they(count, "no lead", "no leads")} at all. No rep gets ${they(count, "it", "them")}. ${back}`;
    case "bringBack":
      return `Brings ${leads(count)} back. Each is judged anew, and an MQL that is complete goes to a rep at once.`;
    case "trust":
      return `Lets what looks doubtful count in ${leads(count)}. Each is judged anew, and one that becomes an MQL and is complete goes to a rep at once.`;
    case "distrust":
      return `Leaves what looks doubtful out of ${leads(count)} for good, by your word.`;
  }
}

/** Whether it can be taken back, in a sentence. */
export function undoWords(deed: BulkDeed): string {
  if (BULK_DEEDS[deed].undone) return "You can undo it right after.";
  return deed === "retry"
    ? "This cannot be undone: an answer that came is kept, and may have cost a credit."
    : "This cannot be undone by one press: set them aside again.";
}

const DONE: Record<Exclude<BulkDeed, "retry">, string> = {
  claim: "claimed",
  release: "released",
  flag: "flagged",
  test: "set aside",
  noLead: "set aside",
  bringBack: "brought back",
  trust: "judged with what was doubtful",
  distrust: "settled without what was doubtful",
};

/** What was done; `left` stayed as they were. */
export function bulkDone(deed: BulkDeed, count: number): string {
  if (deed === "retry") return `The providers are asked again about ${leads(count)}.`;
  return `${leads(count)} ${DONE[deed]}.`;
}

/** 'Left as they are: 2 with a rep already, 1 not there any more.'; null where none is. */
export function leftWords(left: Effect["left"]): string | null {
  if (left.length === 0) return null;
  return `Left as they are: ${left.map(({ why, count }) => `${count} ${why}`).join(", ")}.`;
}

/** Whom it concerns: 'Ingrid Solberg, Aino Niemi and 10 more'; those that are not on this page only count. */
export function bulkNames(names: readonly string[], count: number): string {
  const shown = names.slice(0, 3);
  const more = count - shown.length;
  if (more > 0) return shown.length > 0 ? `${shown.join(", ")} and ${more} more` : leads(count);
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
