import { z } from "zod";
import { LONGEST_OVERLAP_HOURS, OVERLAP_HOURS } from "./earlier-secrets";

const MOST_SETTINGS = 40;

const values = z
  .record(z.string().max(100), z.string("must be text"))
  .refine((given) => Object.keys(given).length <= MOST_SETTINGS, "has too many entries")
  .default({});

/** What connections are called: on screen, in history, and as the actor of what they bring. */
const connectionName = z
  .string("Give it a name.")
  .trim()
  .min(1, "Give it a name.")
  .max(100, "This name is longer than 100 characters.")
  .refine((name) => !/\p{Cc}/u.test(name) && name.isWellFormed(), "This name cannot be kept.");

const connectionId = z.guid("is not a connection's id");

export const newConnectionInput = z.object({
  system: z.string("Choose a system.").min(1, "Choose a system."),
  name: connectionName,
  settings: values,
  secrets: values,
});

export const changedConnectionInput = z.object({
  connectionId,
  name: connectionName,
  settings: values,
  secrets: values,
});

const overlap = z.coerce
  .number("must be a number of hours")
  .int("must be whole hours")
  .min(0, "must be 0 or more")
  .max(LONGEST_OVERLAP_HOURS, `must be ${LONGEST_OVERLAP_HOURS} or less`);
/** For how many hours the secret before holds besides. */
export const overlapHours = overlap.default(OVERLAP_HOURS);
export const newSecretsInput = z.object({
  connectionId,
  secrets: values,
  /** Those that are to go, by their keys. */
  removed: z.array(z.string().max(100)).max(MOST_SETTINGS).default([]),
  hours: overlapHours,
});
export const hookSecretInput = z.object({ connectionId, hours: overlap });
export const connectionInput = z.object({ connectionId });
export const pauseInput = z.object({ connectionId, paused: z.boolean() });
