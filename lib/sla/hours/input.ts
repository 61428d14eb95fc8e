import { z } from "zod";
import { personId } from "@/lib/access/people/input";
import { WEEKDAYS, type Weekday, workingHours } from "../working-hours";
import { readDay } from "./typed-hours";

const day = z
  .string()
  .max(200, "This is too long.")
  .default("")
  .transform((text, context) => {
    const shifts = readDay(text);
    if (shifts === null) {
      context.addIssue({ code: "custom", message: "Give times such as 09:00–17:30." });
    }
    return shifts ?? [];
  });
const week = Object.fromEntries(WEEKDAYS.map((name) => [name, day])) as Record<Weekday, typeof day>;

/** A person's hours as a form gives them; `always` is around the clock. */
export const hoursInput = z
  .object({ personId, always: z.literal("on").optional(), ...week })
  .transform(({ personId: id, always, ...days }, context) => {
    if (always) return { personId: id, hours: null };
    const read = workingHours.safeParse(days);
    const [issue] = read.error?.issues ?? [];
    if (issue) {
      const path = issue.path.slice(0, 1).map(String);
      context.addIssue({ code: "custom", message: issue.message, path });
    }
    return { personId: id, hours: read.data ?? null };
  });

const calendarDay = z.iso.date("Give a day.");

/** An absence as a form gives it: the first and the last whole day. */
export const awayInput = z
  .object({
    personId,
    first: calendarDay,
    last: calendarDay,
    words: z.string().trim().max(200, "This is too long.").default(""),
  })
  .refine(({ first, last }) => first <= last, {
    path: ["last"],
    message: "The last day comes before the first.",
  });

/** An absence that is taken back. */
export const withdrawnAbsenceInput = z.object({ absenceId: z.guid("is not an absence's id") });
