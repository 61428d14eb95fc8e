"use server";

import { refresh } from "next/cache";
import { action } from "@/lib/access/action";
import { systemClock } from "@/lib/platform/clock";
import { agree, finish, judge } from "./commands";
import { auditInput, judgeInput, lineInput } from "./input";

export const judgeCategory = action("run audits", judgeInput, async (viewer, input) => {
  const outcome = await judge(viewer, input, systemClock());
  refresh();
  return outcome;
});

export const agreeWithRest = action("run audits", lineInput, (viewer, input) =>
  agree(viewer, input, systemClock()),
);

export const finishAudit = action("run audits", auditInput, async (viewer, input) => {
  const outcome = await finish(viewer, input, systemClock());
  refresh();
  return outcome;
});
