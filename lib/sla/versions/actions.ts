"use server";

import { action, shownAnew } from "@/lib/access/action";
import { changeSla } from "./commands";
import { slaInput } from "./input";

export const saveSla = action("set the SLA", slaInput, shownAnew(changeSla));
