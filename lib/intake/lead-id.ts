import { z } from "zod";

/** The id of a lead, as a page sends it. */
export const leadId = z.guid("There is no such lead.");
