import { inspect } from "node:util";
import { DrizzleQueryError } from "drizzle-orm";

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
