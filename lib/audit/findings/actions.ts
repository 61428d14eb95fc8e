"use server";

import { action, shownAnew } from "@/lib/access/action";
import { measureFinding, openFinding } from "./commands";
import { findingInput, measureInput } from "./input";

export const makeFinding = action("run audits", findingInput, shownAnew(openFinding));

export const measureAgain = action("run audits", measureInput, shownAnew(measureFinding));
