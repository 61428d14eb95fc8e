"use server";

import { revalidatePath } from "next/cache";
import { systemClock } from "@/lib/platform/clock";
import { action } from "../action";
import { adoptReader, setReader } from "./commands";
import { personsReaderInput, readerInput } from "./input";

export const changeTimes = action("set own times", personsReaderInput, async (viewer, input) => {
  const outcome = await setReader(viewer, input, systemClock());
  revalidatePath("/", "layout");
  return outcome;
});

export const adoptTimes = action("set own times", readerInput, async (viewer, input) => {
  const outcome = await adoptReader(viewer, input, systemClock());
  revalidatePath("/", "layout");
  return outcome;
});
