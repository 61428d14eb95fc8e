import { z } from "zod";
import { leadId } from "@/lib/intake/lead-id";
import { LONGEST_LINE } from "./edits";

/** A key may hold what was asked in a chat, so that it is as long as a message. */
const key = z.string().min(1).max(20_000);

const words = z
  .string()
  .trim()
  .min(3, "Write a few words.")
  .max(LONGEST_LINE, `A rep reads one line: ${LONGEST_LINE} characters at most.`);

/** One thing done to a line of a lead's trail. */
export const editInput = z.strictObject({
  leadId,
  edit: z.discriminatedUnion("do", [
    z.strictObject({
      do: z.enum(["pin", "unpin", "drop", "take back", "split", "reset words"]),
      key,
    }),
    z.strictObject({ do: z.literal("reword"), key, text: words }),
    z.strictObject({ do: z.literal("move"), key, to: z.int().min(0).max(4) }),
    z.strictObject({ do: z.literal("merge"), key, into: key }),
    z.strictObject({ do: z.literal("reset") }),
  ]),
});

/** The edit to be taken back. */
export const undoInput = z.strictObject({ leadId, version: z.int().min(1) });
