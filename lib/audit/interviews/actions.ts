"use server";

import { refresh } from "next/cache";
import { action } from "@/lib/access/action";
import { systemClock } from "@/lib/platform/clock";
import { keepInterview } from "./commands";
import { interviewInput } from "./input";

export const saveInterview = action("run audits", interviewInput, async (viewer, input) => {
  const outcome = await keepInterview(viewer, input, systemClock());
  refresh();
  return outcome;
});
