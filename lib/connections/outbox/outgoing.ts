/** What goes out to the CRMs and hooks: a handoff, what its rep decided, a note that was added after it. */
export const OUTGOING_KINDS = ["handoff", "decision", "note"] as const;
export type OutgoingKind = (typeof OUTGOING_KINDS)[number];

/** How it is called on screen. */
export const OUTGOING_WORDS: Readonly<Record<OutgoingKind, string>> = {
  handoff: "Handoff",
  decision: "The rep’s answer",
  note: "A note",
};
