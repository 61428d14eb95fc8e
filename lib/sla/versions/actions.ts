"use server";

import { action } from "@/lib/access/action";
import { changeSla } from "./commands";
import { slaInput } from "./input";

export const saveSla = action("set the SLA", slaInput, changeSla);
