import { z } from "zod";
import { wallInstant } from "./wall-instant";

const connectionId = z.guid("is not a connection's id");

export const replayedEventInput = z.object({
  connectionId,
  eventId: z.guid("is not an event's id"),
});

const moment = z
  .string("Give a day and a time.")
  .refine((text) => wallInstant(text, "UTC") !== null, "Give a day and a time.");

/** From and to are what the reader's clocks show, such as 2026-06-03T14:30. */
export const replayedTimeInput = z.object({
  connectionId,
  from: moment,
  to: moment,
  only: z.enum(["all", "unreadable"]).default("all"),
});
