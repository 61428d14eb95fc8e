"use server";

import { action, shownAnew } from "@/lib/access/action";
import { connectionInput } from "../../input";
import { askAgain } from "./commands";

export const askForRefused = action("document leads", connectionInput, shownAnew(askAgain));
