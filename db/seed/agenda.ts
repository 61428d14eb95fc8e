import type { Happening, LeadHappening } from "./story/happening";

/** What is still to be played, and in which order. */
type Agenda = {
  /** The next happening that may begin now, or undefined while it has to wait for one under way. */
  next(): Happening | undefined;
  /** Ends a happening that `next` gave, and adds what follows from it. */
  done(happening: Happening, answers: readonly LeadHappening[]): void;
};

/**
 * Plans happenings up to `until`. Those of one lead come one after the other in the order of time;
 * those of other leads may overtake, but nothing overtakes a sync, which concerns many leads.
 */
export function agenda(happenings: readonly Happening[], until: Date): Agenda {
  const pending = [...happenings];
  const busy = new Set<string>();
  let alone = false;
  const mayBegin = (happening: Happening) =>
    happening.kind !== "synced" && !busy.has(happening.lead);
  return {
    next() {
      if (alone) return undefined;
      const barrier = pending.findIndex(({ kind }) => kind === "synced");
      if (barrier === 0) {
        if (busy.size > 0) return undefined;
        alone = true;
        return pending.shift();
      }
      const window = barrier < 0 ? pending : pending.slice(0, barrier);
      const place = window.findIndex(mayBegin);
      const happening = place < 0 ? undefined : pending.splice(place, 1)[0];
      if (happening && happening.kind !== "synced") busy.add(happening.lead);
      return happening;
    },
    done(happening, answers) {
      if (happening.kind === "synced") alone = false;
      else busy.delete(happening.lead);
      for (const answer of answers) {
        if (answer.at > until) continue;
        const place = pending.findIndex(({ at }) => at > answer.at);
        pending.splice(place < 0 ? pending.length : place, 0, answer);
      }
    },
  };
}
