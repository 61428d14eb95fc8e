"use server";

import { refresh } from "next/cache";
import { action } from "@/lib/access/action";
import { systemClock } from "@/lib/platform/clock";
import { measureFinding, openFinding } from "./commands";
import { findingInput, measureInput } from "./input";

export const makeFinding = action("run audits", findingInput, async (viewer, input) => {
  const outcome = await openFinding(viewer, input, systemClock());
  refresh();
  return outcome;
});

export const measureAgain = action("run audits", measureInput, async (viewer, input) => {
  const outcome = await measureFinding(viewer, input, systemClock());
  refresh();
  return outcome;
});
