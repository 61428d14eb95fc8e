"use server";

import { action, shownAnew } from "@/lib/access/action";
import { bringBack, setAside } from "./aside/commands";
import { release } from "./commands";
import { fillField } from "./filling/commands";
import { fillInput, leadInput, notObtainableInput, setAsideInput } from "./input";

export const fill = action("document leads", fillInput, fillField);

export const sayNotObtainable = action("document leads", notObtainableInput, fillField);

export const setLeadAside = action("document leads", setAsideInput, setAside);

export const bringLeadBack = action("document leads", leadInput, shownAnew(bringBack));

export const releaseLead = action("document leads", leadInput, shownAnew(release));
