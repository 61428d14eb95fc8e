"use server";

import { action } from "@/lib/access/action";
import { systemClock } from "@/lib/platform/clock";
import { bringBack, setAside } from "./aside/commands";
import { fillField, release } from "./commands";
import { fillInput, leadInput, notObtainableInput, setAsideInput } from "./input";

export const fill = action("document leads", fillInput, (viewer, input) =>
  fillField(viewer, input, systemClock()),
);

export const sayNotObtainable = action("document leads", notObtainableInput, (viewer, input) =>
  fillField(viewer, input, systemClock()),
);

export const setLeadAside = action("document leads", setAsideInput, (viewer, input) =>
  setAside(viewer, input, systemClock()),
);

export const bringLeadBack = action("document leads", leadInput, (viewer, input) =>
  bringBack(viewer, input, systemClock()),
);

export const releaseLead = action("document leads", leadInput, (viewer, input) =>
  release(viewer, input, systemClock()),
);
