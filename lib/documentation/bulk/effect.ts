import { type LeadStatus, WITH_A_REP } from "@/lib/gate/status";

/** What can be done with many leads at once (O.5). */
export const DEED_NAMES = [
  "retry",
  "claim",
  "release",
  "flag",
  "test",
  "noLead",
  "bringBack",
  "trust",
  "distrust",
] as const;
export type DeedName = (typeof DEED_NAMES)[number];

/** What of a lead decides whether a deed does anything to it. */
export type LeadStanding = {
  id: string;
  status: LeadStatus;
  /** Who else is on it; null where nobody or the viewer is. */
  claimedBy: string | null;
  mine: boolean;
  /** It carries the flag in question already. */
  carries: boolean;
  doubtful: boolean;
};

/** What a deed will do: to which leads, and how many it leaves as they are for which reason. */
export type Effect = { does: string[]; left: { why: string; count: number }[] };

/** Why a deed leaves a lead as it is, in words, or null where it does something. */
function whyLeft(deed: DeedName, lead: LeadStanding): string | null {
  if (lead.claimedBy && deed !== "retry" && deed !== "release")
    return `that ${lead.claimedBy} is on`;
  switch (deed) {
    case "retry":
      return lead.status === "pending_enrichment" ? null : "not held at the gate any more";
    case "claim":
      return lead.mine ? "yours already" : null;
    case "release":
      return lead.mine ? null : "not yours";
    case "flag":
      return lead.carries ? "flagged so already" : null;
    case "test":
    case "noLead":
      if (lead.status === "excluded") return "set aside already";
      return WITH_A_REP.includes(lead.status) ? "with a rep already" : null;
    case "bringBack":
      return lead.status === "excluded" ? null : "not set aside any more";
    case "trust":
    case "distrust":
      return lead.doubtful ? null : "nothing doubtful in it any more";
  }
}

/** What a deed will do to the leads that were asked for; those that are gone are told of as well. */
export function effectOf(deed: DeedName, leads: readonly LeadStanding[], asked: number): Effect {
  const judged = leads.map((lead) => ({ id: lead.id, why: whyLeft(deed, lead) }));
  const does = judged.filter(({ why }) => why === null).map(({ id }) => id);
  const reasons = judged.flatMap(({ why }) => (why === null ? [] : [why]));
  const gone = Array.from({ length: asked - leads.length }, () => "not there any more");
  const counts = [...Map.groupBy([...reasons, ...gone], (why) => why)].map(([why, those]) => ({
    why,
    count: those.length,
  }));
  return { does, left: counts.toSorted((one, other) => other.count - one.count) };
}
