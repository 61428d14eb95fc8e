"use server";

import { action, shownAnew } from "@/lib/access/action";
import { saveSteps } from "@/lib/enrichment/commands";
import { chainInput } from "./input";

export const saveChain = action("connect systems", chainInput, shownAnew(saveSteps));
