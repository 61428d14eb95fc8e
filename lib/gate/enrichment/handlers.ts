import { systemActor } from "@/lib/access/viewer";
import { forgetOldAnswers } from "@/lib/enrichment/answers/commands";
import type { Clock } from "@/lib/platform/clock";
import type { Handlers } from "@/lib/platform/jobs/runner";
import { enrichLeads, findDueLeads } from "./commands";

const CHAIN = systemActor("job", "Enrichment");

/** The jobs of enrichment (G.2): the chain for leads, finding those whose time has come, forgetting. */
export const enrichmentHandlers = (
  clock: Clock,
): Pick<Handlers, "enrich-lead" | "find-due-leads" | "forget-answers"> => ({
  "enrich-lead": async (jobs) => {
    const named = (again: boolean) => [
      ...new Set(jobs.filter((job) => (job.again ?? false) === again).map((job) => job.leadId)),
    ];
    const failed = [
      ...(await enrichLeads(CHAIN, named(false), { clock })),
      ...(await enrichLeads(CHAIN, named(true), { clock, anew: true })),
    ];
    return jobs.flatMap(({ leadId }, index) => (failed.includes(leadId) ? [index] : []));
  },
  "find-due-leads": async () => {
    await findDueLeads(CHAIN, clock());
    return [];
  },
  "forget-answers": async () => {
    await forgetOldAnswers(CHAIN, clock());
    return [];
  },
});
