"use server";

import { action, shownAnew } from "@/lib/access/action";
import { keepInterview } from "./commands";
import { interviewInput } from "./input";

export const saveInterview = action("run audits", interviewInput, shownAnew(keepInterview));
