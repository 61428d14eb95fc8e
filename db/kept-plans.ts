import type { Sql } from "postgres";
import { override } from "./override";

/** Texts that each connection plans once and keeps; the rest are planned anew each time. */
const KEPT = 400;
/** A list in a statement makes a text of its own for each length: long ones would crowd out all others. */
const FEW_PARAMETERS = 48;

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
  const unsafe = (...[text, parameters = [], options]: Parameters<T["unsafe"]>) =>
    client.unsafe(text, parameters, { ...options, prepare: keeps(text, parameters.length) });
  return override(client, { unsafe });
}
