"use server";

import { action, shownAnew } from "@/lib/access/action";
import { agree, finish, judge } from "./commands";
import { auditInput, judgeInput, lineInput } from "./input";

export const judgeCategory = action("run audits", judgeInput, shownAnew(judge));

export const agreeWithRest = action("run audits", lineInput, agree);

export const finishAudit = action("run audits", auditInput, shownAnew(finish));
