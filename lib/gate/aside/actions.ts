"use server";

import { action } from "@/lib/access/action";
import { bringLeadsBack, setLeadsAside } from "./commands";
import { leadsInput, setLeadsAsideInput } from "./input";

export const setManyAside = action("document leads", setLeadsAsideInput, setLeadsAside);

export const bringManyBack = action("document leads", leadsInput, bringLeadsBack);
