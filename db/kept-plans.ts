import { type SQL, sql } from "drizzle-orm";
import type { Sql, TransactionSql } from "postgres";
import { override } from "./override";
import { withoutNul } from "./without-nul";

/** Texts that each connection plans once and keeps; the rest are planned anew each time. */
const KEPT = 400;
/** A list in a statement makes a text of its own for each length: long ones would crowd out all others. */
const FEW_PARAMETERS = 48;

const KEPT_WITHIN = "/* plan kept */ ";

/**
 * A statement whose plan is kept within transactions, too: for the few that every batch of events
 * runs, whose text never varies.
 */
export const planKept = (statement: SQL): SQL => sql`${sql.raw(KEPT_WITHIN)}${statement}`;

/** `planKept` for a statement that is a text already. */
export const planKeptText = (statement: string): string => KEPT_WITHIN + statement;

/**
 * The same client, whose statements outside of transactions are planned once a connection: the
 * driver would parse and plan each anew, in two round trips, which costs a page more than running
 * them. A pooler in transaction mode must know prepared statements (PgBouncer from 1.21).
 */
export function keepPlans<T extends Sql>(client: T): T {
  const kept = new Set<string>();
  const keeps = (text: string, parameters: number) => {
    if (kept.has(text)) return true;
    if (parameters > FEW_PARAMETERS || kept.size >= KEPT) return false;
    kept.add(text);
    return true;
  };
  const unsafe = (...[text, parameters = [], options]: Parameters<T["unsafe"]>) => {
    // A statement that was prepared by name is one of few, however many values it has.
    const prepare = options?.prepare || keeps(text, parameters.length);
    return client.unsafe(text, withoutNul(parameters), { ...options, prepare });
  };
  const begin = (...args: unknown[]) => {
    const work = args.pop() as (handle: TransactionSql) => unknown;
    return Reflect.apply(client.begin, client, [
      ...args,
      (handle: TransactionSql) => work(keeping(handle)),
    ]);
  };
  return override(client, { unsafe, begin });
}

/** A transaction's handle that plans what is marked once a connection. */
function keeping(handle: TransactionSql): TransactionSql {
  const unsafe = (...[text, parameters = [], options]: Parameters<TransactionSql["unsafe"]>) =>
    text.startsWith(KEPT_WITHIN)
      ? handle.unsafe(text, withoutNul(parameters), { ...options, prepare: true })
      : handle.unsafe(text, withoutNul(parameters), options);
  return override(handle, { unsafe });
}
