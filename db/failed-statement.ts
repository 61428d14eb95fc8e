import { inspect } from "node:util";
import { DrizzleQueryError } from "drizzle-orm";
import { NO_DATABASE } from "@/lib/platform/no-database";
import { isOutage } from "./outage";

/** A failed statement and why it failed, without what it was given. */
function printed(this: DrizzleQueryError): string {
  const { stack = this.message, params, cause } = this;
  const told = stack.replace(`\nparams: ${params}`, "");
  return cause ? `${told}\ncaused by: ${cause.stack ?? cause.message}` : told;
}

/**
 * Keeps what statements are given out of print: somebody's name, number or note. Next prints the error
 * of a page itself, past our log, and a driver's error brings the row that it was about.
 */
export function printStatementsWithoutGiven(): void {
  Object.defineProperty(DrizzleQueryError.prototype, inspect.custom, {
    value: printed,
    configurable: true,
  });
}

/** Lets a page say that the database did not answer, and not that Baton is broken. */
export function nameOutages(): void {
  Object.defineProperty(DrizzleQueryError.prototype, "digest", {
    get(this: DrizzleQueryError) {
      return isOutage(this) ? NO_DATABASE : undefined;
    },
    // Next gives each other error a number of its own.
    set(this: DrizzleQueryError, value: string) {
      Object.defineProperty(this, "digest", { value, configurable: true });
    },
    configurable: true,
  });
}
