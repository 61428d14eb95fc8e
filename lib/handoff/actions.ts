"use server";

import { action, shownAnew } from "@/lib/access/action";
import { reportMissing } from "./commands";
import { seeCorrections } from "./correction/commands";
import { accept, reject, takeBack } from "./decisions/commands";
import { handoffInput, missingInput, rejectInput, researchInput } from "./input";
import { answerResearch } from "./research/commands";

export const acceptLead = action("work the queue", handoffInput, shownAnew(accept));

export const rejectLead = action("work the queue", rejectInput, shownAnew(reject));

export const takeDecisionBack = action("work the queue", handoffInput, shownAnew(takeBack));

export const nameMissing = action("work the queue", missingInput, shownAnew(reportMissing));

export const sawCorrections = action("work the queue", handoffInput, seeCorrections);

export const tellResearch = action("work the queue", researchInput, answerResearch);
