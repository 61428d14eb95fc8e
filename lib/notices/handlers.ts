import { systemActor } from "@/lib/access/viewer";
import type { Clock } from "@/lib/platform/clock";
import type { Handler, Handlers } from "@/lib/platform/jobs/runner";
import { log } from "@/lib/platform/log";
import type { ChannelId } from "./channels/channel";
import { deliver, forgetNotices } from "./sending/commands";

const NOTICES = systemActor("job", "Notices");

type Queues = `tell-by-${ChannelId}` | "forget-notices";

/** The jobs of the notices: a queue for each channel, so that one that hangs delays no other. */
export function noticeHandlers(clock: Clock): Pick<Handlers, Queues> {
  const tellBy =
    (channel: ChannelId): Handler<`tell-by-${ChannelId}`> =>
    async (jobs) => {
      const ends = await Promise.allSettled(
        jobs.map(({ deliveryId }) => deliver(NOTICES, channel, deliveryId, clock)),
      );
      return ends.flatMap((end, index) => {
        if (end.status === "rejected")
          log().error({ err: end.reason, delivery: jobs[index]?.deliveryId }, "A notice failed");
        return end.status === "fulfilled" && end.value === "done" ? [] : [index];
      });
    };
  return {
    "tell-by-smtp": tellBy("smtp"),
    "tell-by-slack": tellBy("slack"),
    "tell-by-teams": tellBy("teams"),
    "forget-notices": async (_jobs, signal) => {
      while (!signal.aborted && (await forgetNotices(NOTICES, clock())) > 0);
      return [];
    },
  };
}
