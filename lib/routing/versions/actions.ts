"use server";

import { action } from "@/lib/access/action";
import { saveRoutingInput, tryRoutingInput } from "../input";
import { tryRouting } from "../trial/queries";
import { saveRouting } from "./commands";

export const saveRoutingRules = action("set routing", saveRoutingInput, saveRouting);

export const tryRoutingRules = action(
  "set routing",
  tryRoutingInput,
  async (viewer, { settings }, now) => ({
    ok: true,
    value: await tryRouting(viewer, settings, now),
  }),
);
