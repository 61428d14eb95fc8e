import { z } from "zod";

export const leaverInput = z.object({ personId: z.guid("is not a person's id") });
