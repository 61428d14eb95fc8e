import { inject } from "vitest";
import { type Connection, close, connect, type Db, db, transaction } from "@/db/client";
import type { Addresses } from "@/db/embedded";
import { ownStamp } from "@/db/running";
import { CLONE } from "./template";

/** The database of this test file: migrated, otherwise empty, dropped after its last test. */
interface TestDatabase extends Pick<Connection, "db" | "transaction"> {
  /** The same database as the owner of the tables, for what the application may not do. */
  owner: Db;
  appUrl: string;
  ownerUrl: string;
}

/** Both addresses of the server for tests, made from what the global setup provided. */
export function testServer(): Addresses & { template: string } {
  const { ownerUrl, appUrl, template } = inject("testServer");
  return {
    template,
    ownerUrl: (database = "postgres") => ownerUrl + database,
    appUrl: (database = "postgres") => appUrl + database,
  };
}

/** One name per test file; it tells which process uses it, so that what was killed is tidied up. */
export const DATABASE_NAME = `${CLONE}${ownStamp()}_${crypto.randomUUID().slice(0, 8)}`;

let owning: Connection | undefined;

/** `db` and `transaction` are those of `db/client`, which the code under test uses too. */
export function testDatabase(): TestDatabase {
  const server = testServer();
  const ownerUrl = server.ownerUrl(DATABASE_NAME);
  owning ??= connect(ownerUrl, { max: 2 });
  return { db, transaction, owner: owning.db, ownerUrl, appUrl: server.appUrl(DATABASE_NAME) };
}

/** Closes every connection to this test file's database. */
export async function closeTestDatabase(): Promise<void> {
  await Promise.all([close(), owning?.close()]);
}
