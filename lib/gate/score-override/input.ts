import { z } from "zod";
import { leadInput } from "../input";

const BETWEEN = "Give a whole number from 0 to 100.";

/** The total that a person sets, and why the model is wrong about this lead. */
export const setScoreInput = leadInput.extend({
  total: z.number(BETWEEN).int(BETWEEN).min(0, BETWEEN).max(100, BETWEEN),
  reason: z
    .string()
    .trim()
    .min(3, "Say in a few words what the model does not know.")
    .max(200, "This is too long: 200 characters at most."),
});
