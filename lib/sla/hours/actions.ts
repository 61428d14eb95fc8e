"use server";

import { action, shownAnew } from "@/lib/access/action";
import { noteAbsence, setHours, withdrawAbsence } from "./commands";
import { awayInput, hoursInput, withdrawnAbsenceInput } from "./input";

export const changeHours = action("set hours", hoursInput, shownAnew(setHours));

export const addAbsence = action("set hours", awayInput, shownAnew(noteAbsence));

export const takeAbsenceBack = action(
  "set hours",
  withdrawnAbsenceInput,
  shownAnew(withdrawAbsence),
);
