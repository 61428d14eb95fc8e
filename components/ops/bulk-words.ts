/** What can be done with many leads at once (O.5). */
export const BULK_DEEDS = {
  retry: { label: "Retry enrichment", kbd: "R", reason: null },
  test: { label: "Mark as test", kbd: "T", reason: "A test submission" },
  noLead: { label: "Not a lead", kbd: "N", reason: "No lead at all" },
  bringBack: { label: "Bring back", kbd: "B", reason: null },
} as const;
export type BulkDeed = keyof typeof BULK_DEEDS;

const leads = (count: number) => (count === 1 ? "1 lead" : `${count} leads`);
const they = (count: number, one: string, many: string) => (count === 1 ? one : many);

/** What a deed is going to do, in sentences, before it is done. */
export function bulkPreview(deed: BulkDeed, count: number): string {
  const back = `${they(count, "It is", "They are")} kept under Set aside, and can be brought back.`;
  switch (deed) {
    case "retry":
      return `Asks the providers again about ${leads(count)}, as if for the first time. Whoever is an MQL and becomes complete goes to a rep at once.`;
    case "test":
      return `Sets ${leads(count)} aside as ${they(count, "a test submission", "test submissions")}. No rep gets ${they(count, "it", "them")}. ${back}`;
    case "noLead":
      return `Sets ${leads(count)} aside as ${they(count, "no lead", "no leads")} at all. No rep gets ${they(count, "it", "them")}. ${back}`;
    case "bringBack":
      return `Brings ${leads(count)} back. Each is judged anew, and an MQL that is complete goes to a rep at once.`;
  }
}

/** What was done; `left` stayed as they were. */
export function bulkDone(deed: BulkDeed, count: number): string {
  if (deed === "retry") return `The providers are asked again about ${leads(count)}.`;
  return deed === "bringBack" ? `${leads(count)} brought back.` : `${leads(count)} set aside.`;
}

/** Whom it concerns: 'Ingrid Solberg, Aino Niemi and 10 more'; those that are not on this page only count. */
export function bulkNames(names: readonly string[], count: number): string {
  const shown = names.slice(0, 3);
  const more = count - shown.length;
  if (more > 0) return shown.length > 0 ? `${shown.join(", ")} and ${more} more` : leads(count);
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
