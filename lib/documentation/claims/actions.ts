"use server";

import { action } from "@/lib/access/action";
import { leadsInput } from "@/lib/gate/aside/input";
import { systemClock } from "@/lib/platform/clock";
import { claimLeads, releaseLeads, takeOver } from "./commands";
import { takeOverInput } from "./input";

export const claimMany = action("document leads", leadsInput, (viewer, input) =>
  claimLeads(viewer, input, systemClock()),
);

export const releaseMany = action("document leads", leadsInput, (viewer, input) =>
  releaseLeads(viewer, input, systemClock()),
);

export const takeLeadOver = action("document leads", takeOverInput, (viewer, input) =>
  takeOver(viewer, input, systemClock()),
);
