import { z } from "zod";

const name = (what: string) => z.string().trim().min(1, `Choose ${what}.`).max(200);

/** The field map as its page sends it, in its order. */
export const mapInput = z.object({
  connectionId: z.guid("is not a connection's id"),
  entries: z
    .array(z.object({ from: name("a value of Baton’s"), to: name("a field") }))
    .max(200, "These are too many fields."),
});
