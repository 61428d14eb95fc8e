"use server";

import { refresh } from "next/cache";
import { action } from "@/lib/access/action";
import type { Outcome } from "@/lib/access/outcome";
import { systemClock } from "@/lib/platform/clock";
import { accept, logAttempt, reject, reportMissing } from "./commands";
import { acceptInput, attemptInput, missingInput, rejectInput } from "./input";

/** The answer brings the page along as it is now, also where the race was lost. */
async function shown<T>(outcome: Promise<Outcome<T>>): Promise<Outcome<T>> {
  const answer = await outcome;
  refresh();
  return answer;
}

export const recordAttempt = action("work the queue", attemptInput, (viewer, input) =>
  shown(logAttempt(viewer, input, systemClock())),
);

export const acceptLead = action("work the queue", acceptInput, (viewer, input) =>
  shown(accept(viewer, input, systemClock())),
);

export const rejectLead = action("work the queue", rejectInput, (viewer, input) =>
  shown(reject(viewer, input, systemClock())),
);

export const nameMissing = action("work the queue", missingInput, (viewer, input) =>
  shown(reportMissing(viewer, input, systemClock())),
);
