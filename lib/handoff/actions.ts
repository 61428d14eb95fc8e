"use server";

import { refresh } from "next/cache";
import { action } from "@/lib/access/action";
import type { Outcome } from "@/lib/access/outcome";
import { systemClock } from "@/lib/platform/clock";
import { reportMissing } from "./commands";
import { seeCorrections } from "./correction/commands";
import { accept, reject, takeBack } from "./decisions/commands";
import { handoffInput, missingInput, rejectInput, researchInput } from "./input";
import { answerResearch } from "./research/commands";

/** The answer brings the page along as it is now, also where the race was lost. */
async function shown<T>(outcome: Promise<Outcome<T>>): Promise<Outcome<T>> {
  const answer = await outcome;
  refresh();
  return answer;
}

export const acceptLead = action("work the queue", handoffInput, (viewer, input) =>
  shown(accept(viewer, input, systemClock())),
);

export const rejectLead = action("work the queue", rejectInput, (viewer, input) =>
  shown(reject(viewer, input, systemClock())),
);

export const takeDecisionBack = action("work the queue", handoffInput, (viewer, input) =>
  shown(takeBack(viewer, input, systemClock())),
);

export const nameMissing = action("work the queue", missingInput, (viewer, input) =>
  shown(reportMissing(viewer, input, systemClock())),
);

export const sawCorrections = action("work the queue", handoffInput, (viewer, input) =>
  seeCorrections(viewer, input, systemClock()),
);

export const tellResearch = action("work the queue", researchInput, (viewer, input) =>
  answerResearch(viewer, input, systemClock()),
);
