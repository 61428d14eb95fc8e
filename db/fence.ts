import type { Sql, TransactionSql } from "postgres";
import { override } from "./override";

/** Thrown at every statement of a transaction whose connection has died. Nothing was sent. */
export class TransactionLost extends Error {
  override name = "TransactionLost";
  constructor() {
    super("The database connection of this transaction was lost; none of its changes were kept.");
  }
}

/**
 * Gives back the same client with a `begin` that survives the death of its connection.
 *
 * postgres 3.4.9 (upstream #1216) goes on writing to a connection that a transaction no longer
 * owns: a late statement, commit or rollback of the dead transaction reaches whoever has the
 * reconnected socket, or writes to no socket at all and ends the process. Here a dead
 * transaction's handle refuses every statement and its callback never settles towards the driver,
 * so that the driver has nothing left to send. The caller is told at once by a rejection.
 */
export function fence<T extends Sql>(client: T): T {
  const begin = async (...args: unknown[]): Promise<unknown> => {
    const work = args.pop() as Work;
    for (let attempts = client.options.max; ; attempts--) {
      const life = new Life();
      try {
        return await beginOnce(client, args, work, life);
      } catch (error) {
        if (life.started || attempts === 0 || !isPredecessors(error)) throw error;
      }
    }
  };
  const unsafe = (...args: Parameters<Sql["unsafe"]>) => ask(client, args, client.options.max);
  return override(client, { begin, unsafe });
}

/** What the driver keeps of a statement, beside the promise that it is. */
type Asked = { resolve(rows: unknown): void; reject(error: unknown): void; isRaw?: "values" };

/**
 * A statement outside of a transaction. One that is told of its predecessor's end was never sent, and
 * is asked again: else, after the server was away, each connection that was killed fails a page.
 */
function ask(client: Sql, args: Parameters<Sql["unsafe"]>, attempts: number) {
  const statement = client.unsafe(...args);
  const asked = statement as unknown as Asked;
  const { reject } = asked;
  asked.reject = (error) => {
    // The driver tells the predecessor once more, too. That one may have been done: it is not asked again.
    asked.reject = reject;
    if (attempts === 0 || !isPredecessors(error)) return reject(error);
    const again = ask(client, args, attempts - 1);
    (asked.isRaw ? again.values() : again).then(asked.resolve, reject);
  };
  return statement;
}

function beginOnce(client: Sql, options: unknown[], work: Work, life: Life): Promise<unknown> {
  const callback = (handle: TransactionSql) => {
    life.started = true;
    return life.guard(() => work(fenceHandle(handle, life)));
  };
  const begun = Reflect.apply(client.begin, client, [...options, callback]) as Promise<unknown>;
  begun.catch((error: unknown) => life.end(error));
  return Promise.race([begun, life.lost]);
}

type Work = (handle: TransactionSql) => unknown;

class Life {
  started = false;
  private over = false;
  private reject: (error: unknown) => void = () => {};
  readonly lost = new Promise<never>((_, reject) => {
    this.reject = reject;
  });

  constructor() {
    this.lost.catch(() => {});
  }

  end(error: unknown): void {
    this.over = true;
    this.reject(error);
  }

  /** Throws once the connection is gone; called before anything is handed to the driver. */
  check(): void {
    if (this.over) throw new TransactionLost();
  }

  /**
   * A failed statement may be the first news of a dead connection: the driver rejects it before
   * it rejects `begin`, and a callback that fails in between would make it send a rollback.
   */
  watch<Q extends Promise<unknown>>(statement: Q): Q {
    statement.catch((error: unknown) => {
      if (isConnectionLoss(error)) this.end(error);
    });
    return statement;
  }

  /** Runs a callback for the driver; after the end its outcome is withheld for ever. */
  guard(work: () => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      new Promise((settle) => settle(work())).then(
        (value) => this.over || resolve(value),
        (error: unknown) => this.over || reject(error),
      );
    });
  }
}

function fenceHandle(handle: TransactionSql, life: Life): TransactionSql {
  const tagged = (...args: unknown[]) => {
    life.check();
    const made: unknown = Reflect.apply(handle as unknown as () => unknown, undefined, args);
    return made instanceof Promise ? life.watch(made) : made;
  };
  const unsafe = (...args: Parameters<TransactionSql["unsafe"]>) => {
    life.check();
    return life.watch(handle.unsafe(...args));
  };
  const savepoint = async (...args: unknown[]) => {
    life.check();
    const work = args.pop() as Work;
    const guarded = (inner: TransactionSql) => life.guard(() => work(fenceHandle(inner, life)));
    return Reflect.apply(handle.savepoint as () => unknown, handle, [...args, guarded]);
  };
  return override(handle, { unsafe, savepoint }, tagged);
}

/** The driver's own codes start with `CONNECTION_`; a socket's error names its system call. */
function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return code.startsWith("CONNECTION_") || "syscall" in error;
}

/**
 * A connection killed during a statement hands its last words to whoever has it next, before
 * anything of theirs was sent: such a transaction has not started and simply begins again, and such a
 * statement is asked again. Who was killed themselves hears that the connection was closed.
 */
function isPredecessors(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "57P01" || code === "57P02";
}
