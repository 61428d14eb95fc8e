"use server";

import { action } from "@/lib/access/action";
import { leadsInput } from "@/lib/gate/aside/input";
import { claimLeads, releaseLeads, takeOver } from "./commands";
import { takeOverInput } from "./input";

export const claimMany = action("document leads", leadsInput, claimLeads);

export const releaseMany = action("document leads", leadsInput, releaseLeads);

export const takeLeadOver = action("document leads", takeOverInput, takeOver);
