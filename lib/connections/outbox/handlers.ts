import { systemActor } from "@/lib/access/viewer";
import type { Clock } from "@/lib/platform/clock";
import type { Handlers } from "@/lib/platform/jobs/runner";
import { log } from "@/lib/platform/log";
import { readCrms } from "../crm/reading/commands";
import { sendOutgoing, sendWhatIsDue } from "./sending/commands";
import { forgetOutgoing } from "./standing/commands";

const OUTGOING = systemActor("job", "CRM");

type Queues = "send-outgoing" | "find-outgoing" | "read-crm" | "forget-outgoing";

/** The jobs that tell the CRMs, one sender for each at a time, and that read them back. */
export function outgoingHandlers(clock: Clock): Pick<Handlers, Queues> {
  return {
    "send-outgoing": async (jobs) => {
      const ids = [...new Set(jobs.map(({ connectionId }) => connectionId))];
      const ends = await Promise.allSettled(ids.map((id) => sendOutgoing(OUTGOING, id, clock)));
      const again = ids.filter((id, index) => {
        const end = ends[index];
        if (end?.status === "rejected")
          log().error({ err: end.reason, connection: id }, "What is due for a CRM failed");
        return end?.status !== "fulfilled" || end.value === "busy";
      });
      return jobs.flatMap(({ connectionId }, index) =>
        again.includes(connectionId) ? [index] : [],
      );
    },
    "read-crm": async () => {
      await readCrms(OUTGOING, clock);
      return [];
    },
    "forget-outgoing": async (_jobs, signal) => {
      while (!signal.aborted && (await forgetOutgoing(OUTGOING, clock())) > 0);
      return [];
    },
    "find-outgoing": async () => {
      await sendWhatIsDue(OUTGOING, clock());
      return [];
    },
  };
}
