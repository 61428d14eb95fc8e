"use server";

import { action, shownAnew } from "@/lib/access/action";
import { setMember } from "./commands";
import { memberInput } from "./input";

export const changeMember = action("manage people", memberInput, shownAnew(setMember));
