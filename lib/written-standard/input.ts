import { z } from "zod";
import { CATEGORY_KEYS, FIELD_IDS } from "@/lib/standard/categories";
import { LEVELS, TRUSTS } from "@/lib/standard/field";
import { GRACE_MINUTES_MOST, LONGEST_OWNER, LONGEST_REASON } from "@/lib/standard/standard";

const words = (what: string) =>
  z
    .string()
    .trim()
    .min(1, `Name the ${what} of every field.`)
    .max(LONGEST_OWNER, `This ${what} is too long: ${LONGEST_OWNER} characters at most.`);

const requirement = z.object({
  level: z.enum(LEVELS, "Choose required, recommended or optional."),
  trust: z.enum(TRUSTS, "Choose captured or verified."),
  owner: words("owner"),
  source: words("source"),
});

const draftId = z.guid("This draft does not exist.");
const revision = z.int("This draft does not exist.").positive("This draft does not exist.");

/** A draft as it stands when somebody signs or discards it: they mean this revision. */
export const revisionInput = z.object({ draftId, revision });

/** Everything a draft says, and the revision it was written on. */
export const draftInput = revisionInput.extend({
  gates: z.array(z.enum(CATEGORY_KEYS, "There is no such category.")),
  requirements: z.record(z.enum(FIELD_IDS, "There is no such field."), requirement),
  graceMinutes: z
    .int("Give the grace time in whole minutes.")
    .min(0, "The grace time is 0 minutes or more.")
    .max(GRACE_MINUTES_MOST, `The grace time is ${GRACE_MINUTES_MOST} minutes at most.`),
  /** A day such as 2026-12-01, from its start in the author's zone; null: as soon as signed. */
  effectiveOn: z.iso.date("Give the day as year, month and day.").nullable(),
  reason: z
    .string()
    .trim()
    .max(LONGEST_REASON, `This is too long: ${LONGEST_REASON} characters at most.`),
});
export type DraftInput = z.output<typeof draftInput>;

/** Nothing but the wish. */
export const noInput = z.object({});
