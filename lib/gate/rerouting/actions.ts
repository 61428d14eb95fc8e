"use server";

import { action, shownAnew } from "@/lib/access/action";
import { settleFallback } from "./commands";
import { fallbackInput } from "./input";

export const settleFallbackRouting = action(
  "settle fallbacks",
  fallbackInput,
  shownAnew(settleFallback),
);
