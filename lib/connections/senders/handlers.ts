import { forgetAnswers } from "@/lib/access/idempotency/commands";
import { systemActor } from "@/lib/access/viewer";
import type { Clock } from "@/lib/platform/clock";
import type { Handlers } from "@/lib/platform/jobs/runner";
import { log } from "@/lib/platform/log";
import { forgetRefusals } from "../refusals/commands";
import { findWaiting, forgetEvents, noteFailure, takeEvent } from "./commands";

const INTAKE = systemActor("job", "Intake");

type Queues = "take-webhook" | "find-webhooks" | "forget-webhooks";

/** The jobs of the systems that call us. */
export function senderHandlers(clock: Clock): Pick<Handlers, Queues> {
  return {
    "take-webhook": async (jobs) => {
      const failed: number[] = [];
      for (const [index, { eventId }] of jobs.entries())
        await takeEvent(INTAKE, eventId, clock()).catch(async (err: unknown) => {
          log().error({ err, eventId }, "A webhook's event could not be taken in");
          await noteFailure(INTAKE, eventId, "It could not be taken in, and is tried again.");
          failed.push(index);
        });
      return failed;
    },
    "find-webhooks": async () => {
      await findWaiting(INTAKE, clock());
      return [];
    },
    "forget-webhooks": async (_jobs, signal) => {
      while (!signal.aborted && (await forgetEvents(INTAKE, clock())) > 0);
      await forgetRefusals(INTAKE, clock());
      await forgetAnswers(INTAKE, clock());
      return [];
    },
  };
}
