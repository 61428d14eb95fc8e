import { circumstancesOf } from "@/lib/gate/queries";
import type { Activity } from "@/lib/intake/activities/activity";
import type { TrailEdits } from "@/lib/trail/edits/edits";
import type { Chosen } from "@/lib/trail/exclusion/choices";
import { exclusionsOf } from "@/lib/trail/queries";
import { type ExclusionSettings, settingsFor } from "@/lib/trail/settings";
import type { Snapshot } from "../snapshot";
import { type Told, told } from "../told";
import type { Beside, Learned, Remark, Since, Written } from "./since";

/** What there is of a lead since its handoff; nulls where there is none. */
export type Found = {
  activities: (Omit<Activity, "occurredAt"> & { occurredAt: string })[] | null;
  /** What the exclusion rules go by, where there are activities. */
  rules: {
    settings: Partial<ExclusionSettings> | null;
    domains: string[];
    choices: Chosen[] | null;
  } | null;
  notes: Told<Omit<Remark, "withdrawnAt"> & { withdrawnAt: string | null }>[] | null;
  summary: Told<Written> | null;
  values: Told<Learned>[] | null;
  beside: Told<Beside>[] | null;
  edited: Told<{ edits: TrailEdits; by: string; at: Date }> | null;
};

/** The same as the rules see it, of the lead whose handoff has this snapshot. */
export function sinceFound(found: Found, { fields }: Snapshot): Since {
  const { rules, edited } = found;
  const email = fields["C1.4"]?.value;
  return {
    activities: (found.activities ?? []).map(
      (one) => ({ ...one, occurredAt: new Date(one.occurredAt) }) as Activity,
    ),
    rules:
      rules &&
      settingsFor(exclusionsOf(rules.settings), {
        ...circumstancesOf(rules.domains),
        email: typeof email === "string" ? email : null,
        choices: rules.choices ?? [],
      }),
    remarks: (found.notes ?? []).map((row) => ({
      ...told(row),
      withdrawnAt: row.withdrawnAt === null ? null : new Date(row.withdrawnAt),
    })),
    summary: found.summary && told(found.summary),
    learned: (found.values ?? []).map(told),
    beside: (found.beside ?? []).map(told),
    edited: edited && {
      words: edited.edits.reworded.map(({ text }) => text),
      by: edited.by,
      at: new Date(edited.at),
    },
  };
}
