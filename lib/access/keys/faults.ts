/** Why what a key sent was not taken, as one reads it after the sender's name (M.2). */
export const SENDER_FAULTS = {
  unreadable: "sent what cannot be read",
  refused: "asked for what is not there, or not possible then",
  ours: "met a fault of ours",
} as const;
export type SenderFault = keyof typeof SENDER_FAULTS;

const REFUSED = [403, 404, 405, 409, 429];

/** What an answer's status says of the call; null where it was taken. */
export function faultOf(status: number): SenderFault | null {
  if (status < 400) return null;
  if (status >= 500) return "ours";
  return REFUSED.includes(status) ? "refused" : "unreadable";
}
