import type { Calendar } from "../../calendar";
import { responseWindow } from "../../standing";

/** A lead on the managers' list: whose it is, and by how much of their working time it is late (ms). */
export type EscalatedLead = {
  leadId: string;
  name: string;
  companyName: string;
  owner: string;
  overMs: number;
};

type Untried = Omit<EscalatedLead, "overMs"> & {
  ownerId: string;
  routedAt: Date;
  windowSeconds: number;
};

/** Untried leads with how late they are, the latest first. */
export function byLateness(
  leads: readonly Untried[],
  calendars: ReadonlyMap<string, Calendar>,
  now: Date,
): EscalatedLead[] {
  return leads
    .flatMap(({ ownerId, routedAt, windowSeconds, ...row }) => {
      const calendar = calendars.get(ownerId);
      if (!calendar) return [];
      const window = responseWindow({ routedAt, windowSeconds, calendar }, [], now);
      return { ...row, overMs: window.state === "late" ? window.overMs : 0 };
    })
    .toSorted((one, other) => other.overMs - one.overMs);
}
