import { PROBLEM_TITLES, type ProblemStatus } from "@/lib/access/requests/problem";

type Example = {
  detail: string;
  errors?: { field: string; reason: string }[];
  missing?: string[];
  kept?: boolean;
};

const EXAMPLES: Partial<Record<ProblemStatus, Example>> = {
  400: {
    detail: "email has no @.",
    errors: [{ field: "email", reason: "has no @" }],
  },
  401: { detail: "This key is not known." },
  403: { detail: "This key was not made for leads:write." },
  404: { detail: "There is no lead with this id." },
  409: { detail: "A request with this Idempotency-Key is being answered." },
  413: { detail: "The body is larger than 256 KB." },
  415: { detail: "Send JSON, and say so: 'Content-Type: application/json'." },
  422: { detail: "This Idempotency-Key was sent with another request. Choose a new one." },
  429: { detail: "This key asked too often. Ask again in 12 s." },
  500: { detail: "This is our fault, and it was noted. Nothing was changed." },
  503: { detail: "The database does not answer. Nothing was changed: try again." },
};

const problemOf = (status: ProblemStatus, example: Example) => ({
  type: "about:blank",
  title: PROBLEM_TITLES[status],
  status,
  ...example,
});

/** What a problem with this status looks like; undefined for one that is never described. */
export function problemExample(status: number): object | undefined {
  const example = EXAMPLES[status as ProblemStatus];
  return example && problemOf(status as ProblemStatus, example);
}

/** The gate holds a lead that was routed elsewhere. */
export const HELD_EXAMPLE = problemOf(409, {
  detail:
    "The gate holds this lead. Missing: Direct phone. The decision is kept, and followed once nothing is missing.",
  missing: ["C1.5"],
  kept: true,
});

/** Nothing of this router waits for the gate. */
export const NOT_WAITING_EXAMPLE = problemOf(404, {
  detail: "No decision of this key waits for this lead.",
});

/** No lead has the address or the id by which a router elsewhere named it. */
export const UNKNOWN_EXAMPLE = problemOf(404, { detail: "No lead is called so." });

/** Two connections cannot be told apart. */
export const TAKEN_EXAMPLE = problemOf(409, {
  detail: "Another connection has this name. Choose one that tells them apart.",
});

/** Each secret that signs is another signature in the header of every event. */
export const MANY_SECRETS_EXAMPLE = problemOf(409, {
  detail:
    "3 secrets sign it already. Wait until the first of them ends, or end all others at once.",
});

/** A key in a loop would have every event written down for thousands of hooks. */
export const MANY_HOOKS_EXAMPLE = problemOf(409, {
  detail: "This key has 100 hooks. Unsubscribe those that nobody needs.",
});
