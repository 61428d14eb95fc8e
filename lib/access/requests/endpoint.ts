import type { z } from "zod";
import type { Scope } from "../keys/scopes";

export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
export type Method = (typeof METHODS)[number];

/** What an endpoint answers with a status: in words, and as a schema where it has a body. */
export type EndpointAnswer = {
  description: string;
  schema?: z.ZodType;
  /** What is answered so, where that is not what the document usually looks like. */
  example?: object;
};

/**
 * One operation of the public API. Requests are read by it, the OpenAPI description is made of
 * it: there is no second list to keep in step.
 */
export type Endpoint<Q extends z.ZodType = z.ZodType, B extends z.ZodType = z.ZodType> = {
  method: Method;
  /** Below `/api/v1`, with `{name}` for what varies. */
  path: `/${string}`;
  summary: string;
  /** What a key must be made for; only what holds nobody's data needs nothing. */
  scope?: Scope;
  description?: string;
  /** The query parameters, an object of texts. */
  query?: Q;
  /** The body, as far as one failure refuses all of it. */
  body?: B;
  /** The body as it is described, where its parts are checked one by one. */
  describedBody?: z.ZodType;
  /** A body that works; whatever varies is made up. */
  example?: object;
  /** The largest body, in bytes. */
  bodyLimit?: number;
  /** Its answer holds a secret, so that it is sealed where it is kept for an `Idempotency-Key`. */
  answersSecret?: true;
  answers: Readonly<Record<number, EndpointAnswer>>;
};

/** Types an endpoint by its schemas. */
export function endpoint<Q extends z.ZodType, B extends z.ZodType>(
  definition: Endpoint<Q, B>,
): Endpoint<Q, B> {
  return definition;
}
