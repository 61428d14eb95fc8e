import { z } from "zod";
import { NOTICE_KIND_NAMES } from "../kinds";

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** '22:00' as minutes of the day; null where it is left empty. */
const minuteOfDay = z
  .string()
  .trim()
  .refine((text) => text === "" || TIME.test(text), "Give a time such as 22:00, or leave it empty.")
  .transform((text) => {
    const [, hours, minutes] = TIME.exec(text) ?? [];
    return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
  });

/** A person's own settings as the form sends them. */
export const noticeSettingsInput = z
  .object({
    off: z.boolean(),
    quietFrom: minuteOfDay,
    quietUntil: minuteOfDay,
    quietWeekends: z.boolean(),
    choices: z
      .array(z.object({ kind: z.enum(NOTICE_KIND_NAMES), connectionId: z.guid() }))
      .max(500, "These are too many choices."),
  })
  .superRefine(({ quietFrom, quietUntil }, context) => {
    const problem = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (quietFrom !== null && quietUntil === null) problem("quietUntil", "Say until when.");
    if (quietFrom === null && quietUntil !== null) problem("quietFrom", "Say from when.");
    if (quietFrom !== null && quietFrom === quietUntil)
      problem("quietUntil", "Choose another time than the start. To hear nothing, switch all off.");
  });

export type NoticeSettingsInput = z.output<typeof noticeSettingsInput>;
