"use server";

import { action } from "@/lib/access/action";
import { systemClock } from "@/lib/platform/clock";
import { saveRoutingInput, tryRoutingInput } from "../input";
import { tryRouting } from "../trial/queries";
import { saveRouting } from "./commands";

export const saveRoutingRules = action("set routing", saveRoutingInput, (viewer, input) =>
  saveRouting(viewer, input, systemClock()),
);

export const tryRoutingRules = action(
  "set routing",
  tryRoutingInput,
  async (viewer, { settings }) => ({
    ok: true,
    value: await tryRouting(viewer, settings, systemClock()),
  }),
);
