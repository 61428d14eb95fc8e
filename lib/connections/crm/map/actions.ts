"use server";

import { action, shownAnew } from "@/lib/access/action";
import { saveMap } from "./commands";
import { mapInput } from "./input";

export const saveCrmMap = action("connect systems", mapInput, shownAnew(saveMap));
