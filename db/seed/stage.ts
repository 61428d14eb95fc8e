import type { Outcome } from "@/lib/access/outcome";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { localChain } from "@/lib/enrichment/providers";
import { setAside } from "@/lib/gate/aside/commands";
import { release } from "@/lib/gate/commands";
import { enrichLeads } from "@/lib/gate/enrichment/commands";
import { fillField } from "@/lib/gate/filling/commands";
import { addNote, logAttempt, reportMissing, saveSummary } from "@/lib/handoff/commands";
import { accept, reject } from "@/lib/handoff/decisions/commands";
import { recordActivities } from "@/lib/intake/activities/commands";
import { captureLeads } from "@/lib/intake/commands";
import type { ActivityInput } from "@/lib/intake/input";
import type { StaffMember } from "./staff";
import type { Happening } from "./story/happening";

/** The people of the story as the product knows them, by their key. */
export type Cast = ReadonlyMap<string, { viewer: Viewer; member: StaffMember }>;

/** Who is who while a story is played: the story's keys and the product's ids. */
export type Stage = {
  cast: Cast;
  viewer(key: string): Viewer;
  leadId(key: string): string;
  /** The story's key of a lead; undefined for one that is not of the story. */
  keyOf(leadId: string): string | undefined;
  enter(key: string, leadId: string): void;
  /** How often a lead was handed off before; counts this time. */
  handedOff(key: string): number;
};

export function stageFor(cast: Cast): Stage {
  const ids = new Map<string, string>();
  const keys = new Map<string, string>();
  const times = new Map<string, number>();
  const known = <T>(found: T | undefined, key: string): T => {
    if (found === undefined) throw new Error(`The story has not introduced ${key}.`);
    return found;
  };
  return {
    cast,
    viewer: (key) => known(cast.get(key), key).viewer,
    leadId: (key) => known(ids.get(key), key),
    keyOf: (leadId) => keys.get(leadId),
    enter(key, leadId) {
      ids.set(key, leadId);
      keys.set(leadId, key);
    },
    handedOff(key) {
      const before = times.get(key) ?? 0;
      times.set(key, before + 1);
      return before;
    },
  };
}

const SYSTEM = systemActor("connection", "Demonstration");
/** What a sending system is called that does not say. */
const source = "Website";

async function tell(activities: ActivityInput[], now: Date): Promise<Outcome<unknown>> {
  const recorded = await recordActivities(SYSTEM, activities, { now, source });
  const [refused] = recorded.refused;
  return refused ? { ok: false, reason: refused.reason } : { ok: true, value: recorded };
}

type Of<K extends Happening["kind"]> = Extract<Happening, { kind: K }>;
type Acts = { [K in Happening["kind"]]: (stage: Stage, it: Of<K>) => Promise<Outcome<unknown>> };

const ACTS: Acts = {
  async captured(stage, { lead, capture, at }) {
    const [captured] = await captureLeads(SYSTEM, [capture], at, { enrichment: "by caller" });
    if (!captured) throw new Error("The lead was not captured.");
    stage.enter(lead, captured.leadId);
    // With the happening's clock, and nobody outside is asked: the same chain as the server's job.
    const steps = await localChain(SYSTEM);
    await enrichLeads(SYSTEM, [captured.leadId], { clock: () => at, steps });
    return { ok: true, value: captured };
  },
  acted: (_stage, { activities, at }) => tell(activities, at),
  synced: (_stage, { activities, at }) => tell(activities, at),
  summarised: (stage, { lead, by, text, at }) =>
    saveSummary(stage.viewer(by), { leadId: stage.leadId(lead), text, basedOn: 0 }, at),
  noted: (stage, { lead, by, remark: kind, text, at }) =>
    addNote(stage.viewer(by), { leadId: stage.leadId(lead), kind, text }, at),
  filled: (stage, { lead, by, fieldId, value, at }) =>
    fillField(stage.viewer(by), { leadId: stage.leadId(lead), fieldId, value }, at),
  not_obtainable: (stage, { lead, by, fieldId, reason: notObtainable, at }) =>
    fillField(stage.viewer(by), { leadId: stage.leadId(lead), fieldId, notObtainable }, at),
  set_aside: (stage, { lead, by, reason, at }) =>
    setAside(stage.viewer(by), { leadId: stage.leadId(lead), reason }, at),
  released: (stage, { lead, by, at }) =>
    release(stage.viewer(by), { leadId: stage.leadId(lead) }, at),
  attempted: (stage, { handoffId, by, attempt: kind, result, words, at }) =>
    logAttempt(stage.viewer(by), { handoffId, kind, result, words }, at),
  accepted: (stage, { handoffId, by, at }) => accept(stage.viewer(by), { handoffId }, at),
  rejected: (stage, { handoffId, by, reason, fieldId, words, at }) =>
    reject(stage.viewer(by), { handoffId, reason, fieldId, words }, at, {
      enrichment: "by caller",
    }),
  missed: (stage, { handoffId, by, fieldId, at }) =>
    reportMissing(stage.viewer(by), { handoffId, fieldId }, at),
};

/** Carries out one happening through the product's own command, with the happening's clock. */
export function perform<K extends Happening["kind"]>(stage: Stage, happening: Of<K> & { kind: K }) {
  return ACTS[happening.kind](stage, happening);
}
