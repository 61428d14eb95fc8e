import { z } from "zod";
import { reasonInput } from "@/lib/access/next-version";
import { slaSettings } from "../settings";

/** A change of the SLA: all of it, the version it was made from, and why. */
export const slaInput = z.object({
  basedOn: z.number().int(),
  settings: slaSettings,
  reason: reasonInput,
});
