"use server";

import { action } from "@/lib/access/action";
import { systemClock } from "@/lib/platform/clock";
import { bringLeadsBack, setLeadsAside } from "./commands";
import { leadsInput, setLeadsAsideInput } from "./input";

export const setManyAside = action("document leads", setLeadsAsideInput, (viewer, input) =>
  setLeadsAside(viewer, input, systemClock()),
);

export const bringManyBack = action("document leads", leadsInput, (viewer, input) =>
  bringLeadsBack(viewer, input, systemClock()),
);
