"use server";

import { action, shownAnew } from "../action";
import { endSessions, setPerson } from "../commands";
import { addPerson, renamePerson } from "./commands";
import { nameInput, newPersonInput, personInput, sessionsInput } from "./input";

export const letIn = action("manage people", newPersonInput, shownAnew(addPerson));

export const changePerson = action("manage people", personInput, shownAnew(setPerson));

export const rename = action("manage people", nameInput, shownAnew(renamePerson));

export const signOutEverywhere = action("manage people", sessionsInput, endSessions);
