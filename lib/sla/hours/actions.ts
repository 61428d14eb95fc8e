"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/access/action";
import type { Outcome } from "@/lib/access/outcome";
import { ownSettingsAddress, routingAddress } from "@/lib/platform/address";
import { systemClock } from "@/lib/platform/clock";
import { noteAbsence, setHours, withdrawAbsence } from "./commands";
import { awayInput, hoursInput, withdrawnAbsenceInput } from "./input";

/** Both pages that show hours, as they are now. */
function shown<T>(outcome: Outcome<T>): Outcome<T> {
  revalidatePath(routingAddress());
  revalidatePath(ownSettingsAddress());
  return outcome;
}

export const changeHours = action("set hours", hoursInput, async (viewer, input) =>
  shown(await setHours(viewer, input, systemClock())),
);

export const addAbsence = action("set hours", awayInput, async (viewer, input) =>
  shown(await noteAbsence(viewer, input, systemClock())),
);

export const takeAbsenceBack = action("set hours", withdrawnAbsenceInput, async (viewer, input) =>
  shown(await withdrawAbsence(viewer, input, systemClock())),
);
