import { z } from "zod";
import { reasonInput } from "@/lib/access/next-version";
import { keysOf } from "@/lib/platform/keys-of";
import { headcountInput, nameInput } from "@/lib/scoring/model/model-input";
import { readPlace } from "./places";
import { RULE_KINDS } from "./rule-book";
import { HOURS } from "./rules/rule";
import { SKILLS } from "./rules/skill";

const MOST_RULES = 30;
const MOST_SEGMENTS = 50;
const MOST_WORDS = 100;

const id = z.string().regex(/^[a-z0-9-]{1,60}$/, "This has no proper id.");
const place = z.string().transform((typed, context) => {
  const read = readPlace(typed);
  if (read === null) {
    const shown = typed.slice(0, 40);
    context.addIssue({ code: "custom", message: `'${shown}' is no country and no region.` });
  }
  return read ?? "";
});
const word = z.string().trim().min(1).max(60, "A word is too long: 60 characters at most.");

const ruleParts = { id, name: nameInput, on: z.boolean(), hours: z.enum(keysOf(HOURS)) };
const plainKinds = z.enum(keysOf(RULE_KINDS)).exclude(["skill"]);
const rule = z.union([
  z.strictObject({ ...ruleParts, kind: plainKinds }),
  z.strictObject({ ...ruleParts, kind: z.literal("skill"), skill: z.enum(keysOf(SKILLS)) }),
]);

const segment = z
  .strictObject({
    id,
    name: nameInput,
    places: z.array(place).max(MOST_WORDS),
    employeesFrom: headcountInput.nullable(),
    employeesTo: headcountInput.nullable(),
    tiers: z.array(z.union([z.literal(1), z.literal(2), z.literal(3)])),
    industries: z.array(word).max(MOST_WORDS),
  })
  .refine(({ employeesFrom, employeesTo }) => (employeesFrom ?? 0) <= (employeesTo ?? Infinity), {
    path: ["employeesTo"],
    message: "The upper end is below the lower.",
  });

const unique = (rows: readonly { id: string }[]) =>
  new Set(rows.map((row) => row.id)).size === rows.length;

/** The routing rules as an admin gives them (C5.2). */
const routingInput = z.strictObject({
  rules: z
    .array(rule)
    .min(1, "Keep at least one rule.")
    .max(MOST_RULES, `Keep ${MOST_RULES} rules at most.`)
    .refine(unique, "Two rules have one id."),
  segments: z.array(segment).max(MOST_SEGMENTS).refine(unique, "Two segments have one id."),
  fallbackId: z.guid("is not a person's id").nullable(),
});

export const tryRoutingInput = z.object({ settings: routingInput });

export const saveRoutingInput = z.object({
  settings: routingInput,
  basedOn: z.number().int().min(0),
  reason: reasonInput,
});
