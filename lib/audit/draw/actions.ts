"use server";

import { refresh } from "next/cache";
import { action } from "@/lib/access/action";
import { systemClock } from "@/lib/platform/clock";
import { drawAudit, swapLead } from "./commands";
import { drawInput, swapInput } from "./input";

export const draw = action("run audits", drawInput, (viewer, input) =>
  drawAudit(viewer, input, systemClock()),
);

export const swap = action("run audits", swapInput, async (viewer, input) => {
  const outcome = await swapLead(viewer, input, systemClock());
  refresh();
  return outcome;
});
