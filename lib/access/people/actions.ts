"use server";

import { revalidatePath } from "next/cache";
import { action } from "../action";
import { endSessions, setPerson } from "../commands";
import { addPerson } from "./commands";
import { newPersonInput, personInput, sessionsInput } from "./input";

export const letIn = action("manage people", newPersonInput, async (viewer, input) => {
  const outcome = await addPerson(viewer, input, new Date());
  revalidatePath("/settings");
  return outcome;
});

export const changePerson = action("manage people", personInput, async (viewer, input) => {
  const outcome = await setPerson(viewer, input, new Date());
  revalidatePath("/settings");
  return outcome;
});

export const signOutEverywhere = action("manage people", sessionsInput, (viewer, input) =>
  endSessions(viewer, input, new Date()),
);
