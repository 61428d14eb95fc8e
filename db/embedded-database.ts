import { sql } from "drizzle-orm";
import { connect } from "./client";
import type { Addresses } from "./embedded";

/**
 * Makes database `name` unless it exists, empty or as a copy of `template`, by `fill`, which gets
 * the addresses of a database that gets its name only when filled: so one that exists is complete,
 * whenever we were killed. Answers whether it was made.
 */
export async function completeDatabase(
  server: Addresses,
  name: string,
  fill: (ownerUrl: string, appUrl: string) => Promise<void>,
  template = "template1",
): Promise<boolean> {
  const { db, close } = connect(server.ownerUrl("postgres"), {
    max: 1,
    statementTimeout: 0,
    idleTimeout: 0,
  });
  const half = `${name}_unfinished`;
  try {
    // Held by this session for as long as it takes; a second start waits here for the first.
    await db.execute(sql`select pg_advisory_lock(hashtext(${name}))`);
    const found = await db.execute(sql`select 1 from pg_database where datname = ${name}`);
    if (found.length > 0) return false;
    await db.execute(sql`drop database if exists ${sql.identifier(half)} with (force)`);
    await db.execute(
      sql`create database ${sql.identifier(half)} template ${sql.identifier(template)}`,
    );
    await fill(server.ownerUrl(half), server.appUrl(half));
    await analyze(server.ownerUrl(half));
    await db.execute(sql`alter database ${sql.identifier(half)} rename to ${sql.identifier(name)}`);
    return true;
  } finally {
    await close();
  }
}

// The planner knows nothing of what was just filled in, until the server comes round to looking.
async function analyze(ownerUrl: string): Promise<void> {
  const { db, close } = connect(ownerUrl, { max: 1, statementTimeout: 0 });
  await db.execute(sql`analyze`).finally(close);
}
