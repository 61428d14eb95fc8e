import { z } from "zod";
import { BULK_MOST } from "@/lib/platform/bulk";
import { setAsideInput } from "../input";

const leadIds = z
  .array(z.guid("One of these leads does not exist."))
  .min(1, "Select at least one lead.")
  .max(BULK_MOST, `Select at most ${BULK_MOST} leads at a time.`);

/** Leads that are selected. */
export const leadsInput = z.object({ leadIds });

/** Leads that are selected, and why they are set aside. */
export const setLeadsAsideInput = leadsInput.extend({ reason: setAsideInput.shape.reason });
