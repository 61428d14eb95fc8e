"use server";

import { action, shownAnew } from "@/lib/access/action";
import { drawAudit, swapLead } from "./commands";
import { drawInput, swapInput } from "./input";

export const draw = action("run audits", drawInput, drawAudit);

export const swap = action("run audits", swapInput, shownAnew(swapLead));
