import type { Sql } from "postgres";
import { NO_DATABASE } from "@/lib/platform/no-database";
import { override } from "./override";

/** Thrown where no connection of the pool came free in time. Nothing was sent. */
class PoolBusy extends Error {
  override name = "PoolBusy";
  readonly digest = NO_DATABASE;
  constructor() {
    super("No connection to the database came free in time; nothing was asked.");
  }
}

/** What the driver keeps of a statement that was not sent yet, beside the promise that it is. */
type Unsent = Promise<unknown> & { handler(query: Unsent): void; reject(error: unknown): void };

/**
 * Gives back the same client, on which at most `count` statements and transactions are under way, each
 * on a connection of its own; who has waited `longest` ms for one is refused.
 *
 * postgres 3.4.9 has no such limit. Once all connections are taken it sends a statement behind those of
 * another (`handler` in src/index.js), so that where a table is locked each waits for several that wait
 * for the lock, as long as each of them may, and a transaction waits for ever.
 */
export function limitWaiting<T extends Sql>(client: T, count: number, longest: number): T {
  const places = new Places(count, longest);
  const unsafe = (...args: Parameters<Sql["unsafe"]>) => {
    const statement = client.unsafe(...args);
    const unsent = statement as unknown as Unsent;
    const { handler } = unsent;
    unsent.handler = (query) => {
      places.take().then((leave) => {
        query.then(leave, leave);
        handler(query);
      }, unsent.reject);
    };
    return statement;
  };
  const begin = async (...args: unknown[]): Promise<unknown> => {
    const leave = await places.take();
    try {
      return await Reflect.apply(client.begin, client, args);
    } finally {
      leave();
    }
  };
  return override(client, { unsafe, begin });
}

/** Places that are taken in the order in which they were asked for. */
class Places {
  readonly #waiting = new Set<() => void>();
  #free: number;

  constructor(
    count: number,
    readonly longest: number,
  ) {
    this.#free = count;
  }

  /** A place, as what gives it back; rejects where none came free in time. */
  async take(): Promise<() => void> {
    if (this.#free > 0) this.#free -= 1;
    else await this.#turn();
    return () => this.#leave();
  }

  #turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        this.#waiting.delete(come);
        reject(new PoolBusy());
      }, this.longest);
      const come = () => {
        clearTimeout(late);
        resolve();
      };
      this.#waiting.add(come);
    });
  }

  #leave(): void {
    const [next] = this.#waiting;
    if (!next) this.#free += 1;
    else {
      this.#waiting.delete(next);
      next();
    }
  }
}
