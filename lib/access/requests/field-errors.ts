import type { z } from "zod";
import type { FieldError } from "./problem";

/**
 * What a schema found wrong, by field, each thing once. Unknown keys are named one by one, and what
 * is not there is said to be missing rather than to have the wrong kind.
 */
export function fieldErrors(error: z.ZodError, given: unknown): FieldError[] {
  const found = error.issues.flatMap((issue): FieldError[] => {
    const field = issue.path.join(".");
    if (issue.code === "unrecognized_keys") {
      const known = issue.keys.map((key) => (field === "" ? key : `${field}.${key}`));
      return known.map((key) => ({ field: key, reason: "is not a field that we know" }));
    }
    const absent = issue.code === "invalid_type" && valueAt(given, issue.path) === undefined;
    return [{ field, reason: absent ? "is missing" : worded(issue) }];
  });
  const said = Map.groupBy(found, ({ field, reason }) => `${field} ${reason}`);
  return [...said.values()].flatMap(([first]) => first ?? []);
}

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null
        ? (inner as Record<PropertyKey, unknown>)[key]
        : undefined,
    given,
  );
}

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  int: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

/** Our schemas speak for themselves where they say something; Zod's own words are for developers. */
function worded(issue: z.core.$ZodIssue): string {
  if (!issue.message.startsWith("Invalid") && !issue.message.startsWith("Too")) {
    return issue.message;
  }
  if (issue.code === "invalid_type") return `must be ${KINDS[issue.expected] ?? issue.expected}`;
  if (issue.code === "too_big") return tooBig(issue);
  if (issue.code === "too_small") return tooSmall(issue);
  if (issue.code === "invalid_value") return `is not one of ${issue.values.join(", ")}`;
  return "is not valid";
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): string {
  if (origin === "string") return `is longer than ${maximum} characters`;
  if (origin === "array") return `has more than ${maximum} entries`;
  return `is more than ${maximum}`;
}

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): string {
  if (origin === "string" || origin === "array") return "is empty";
  return `is less than ${minimum}`;
}

/** The errors as one sentence: 'email has no @; phone is longer than 200 characters'. */
export function inWords(errors: readonly FieldError[]): string {
  const told = errors.slice(0, 5).map(({ field, reason }) => `${field || "The body"} ${reason}`);
  const more = errors.length - told.length;
  return `${told.join("; ")}${more > 0 ? `; and ${more} more` : ""}.`;
}
