"use server";

import { action, shownAnew } from "@/lib/access/action";
import { moveOpenLeads } from "./commands";
import { leaverInput } from "./input";

export const moveLeadsOfLeaver = action("settle fallbacks", leaverInput, shownAnew(moveOpenLeads));
