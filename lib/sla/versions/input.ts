import { z } from "zod";
import { slaSettings } from "../settings";

/** A change of the SLA: all of it, the version it was made from, and why. */
export const slaInput = z.object({
  basedOn: z.number().int(),
  settings: slaSettings,
  reason: z.string().trim().min(1, "Say why.").max(500, "This is too long."),
});
