import { z } from "zod";
import { rowId } from "@/lib/access/row-id";
import { keysOf } from "@/lib/platform/keys-of";
import { STRATA } from "./strata-names";
import { LONGEST_SWAP_WORDS, SWAP_REASONS } from "./swap-reasons";
import { AUDIT_SIZE_MOST } from "./window";

const day = z.iso.date("Give the day as year, month and day.");
const ONE_LEAD = "Draw one lead or more.";

/** A sample to draw (A.1). An empty seed comes by chance. */
export const drawInput = z
  .object({
    from: day,
    to: day,
    size: z.coerce
      .number("Say how many leads.")
      .int("Say how many leads, as a whole number.")
      .min(1, ONE_LEAD)
      .max(AUDIT_SIZE_MOST, `${AUDIT_SIZE_MOST} leads at most: nobody reads more one by one.`),
    strata: z.enum(keysOf(STRATA), "Choose what the sample keeps the mix of."),
    seed: z.string().trim().max(60, "A seed of 60 characters at most."),
    auditors: z.enum(["1", "2"], "Choose one or two auditors.").transform(Number),
  })
  .refine(({ from, to }) => from <= to, {
    path: ["to"],
    error: "The last day is before the first one.",
  });
export type DrawInput = z.output<typeof drawInput>;

const words = z
  .string()
  .trim()
  .max(LONGEST_SWAP_WORDS, `Keep it under ${LONGEST_SWAP_WORDS} characters.`)
  .transform((text) => text || undefined)
  .optional();

/** A lead that leaves a sample, and why (A.1). */
export const swapInput = z
  .object({
    lineId: rowId,
    reason: z.enum(keysOf(SWAP_REASONS), "Choose why it leaves the sample."),
    words,
  })
  .refine(({ reason, words: said }) => reason !== "other" || said, {
    path: ["words"],
    error: "Say in a few words why.",
  });
export type SwapInput = z.output<typeof swapInput>;
