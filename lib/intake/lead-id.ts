import { z } from "zod";

/** Where an id names no lead, or none that the reader may see. */
export const NO_LEAD = "There is no such lead.";

/** The id of a lead, as a page sends it. */
export const leadId = z.guid(NO_LEAD);
