import { PgJsonb } from "drizzle-orm/pg-core";

/**
 * Reads JSON columns once. The driver parses them, and Drizzle parses anew whatever came out as text:
 * a company called '1984' was a number then, and a job title '{"a":1}' an object, in which no page
 * and no rule finds text (`mapFromDriverValue` in drizzle-orm/pg-core/columns/jsonb.js).
 */
export function readJsonOnce(): void {
  Object.defineProperty(PgJsonb.prototype, "mapFromDriverValue", {
    value: (read: unknown) => read,
    configurable: true,
  });
}
