import { z } from "zod";

/** One thing that was wrong with a request: where, and why. */
const fieldError = z.object({
  field: z.string().describe("The field, as a path such as `activities.3.kind`"),
  reason: z.string().describe("What is wrong with it, to be read after the field's name"),
});
export type FieldError = z.infer<typeof fieldError>;

/**
 * Problem details (RFC 9457). `missing` holds field ids where the gate holds a lead (G.1); `kept` says
 * whether a routing decision waits for that (K.4).
 */
export const problemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(fieldError).optional(),
  missing: z.array(z.string()).optional(),
  kept: z.boolean().optional(),
});

/** In a few words, what kind of problem a status tells of. */
export const PROBLEM_TITLES = {
  400: "The request cannot be read",
  401: "A key is needed",
  403: "Not with this key",
  404: "Not found",
  405: "Not possible here",
  409: "Not now",
  413: "Too large",
  415: "Not in a form that is taken",
  422: "Not the same request",
  429: "Too many requests",
  500: "Something broke",
  503: "Not available",
} as const;
export type ProblemStatus = keyof typeof PROBLEM_TITLES;

type Details = {
  errors?: FieldError[];
  missing?: string[];
  kept?: boolean;
  headers?: Record<string, string>;
};

/** The answer to a request that cannot be served: problem details in words (RFC 9457). */
export function problem(
  status: ProblemStatus,
  detail: string,
  { headers, ...members }: Details = {},
): Response {
  // RFC 9457 section 4.2.1: `about:blank` says that the status itself tells the kind of problem.
  const document = {
    type: "about:blank",
    title: PROBLEM_TITLES[status],
    status,
    detail,
    ...members,
  };
  return new Response(JSON.stringify(document), {
    status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      ...headers,
    },
  });
}
