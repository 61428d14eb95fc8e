import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { connect, type Db } from "@/db/client";
import type { Addresses } from "@/db/embedded";
import { MIGRATIONS_FOLDER, migrate } from "@/db/migrate";
import { isRunning } from "@/db/running";
import { builtInSteps } from "@/lib/enrichment/chain/built-in-steps";
import { FIELDS } from "@/lib/standard/categories";
import { DEFAULT_STANDARD } from "@/lib/standard/standard";
import { PLACEHOLDERS } from "@/lib/standard/values/placeholder";

const TEMPLATE = "template_";
/** Databases of tests carry the stamp of the process that made them, so that others can tidy up. */
export const CLONE = "test_";
const LOCK = 0x74_65_73_74;

/**
 * The name of a migrated, empty database of this state of the migrations; makes it if it is not
 * there yet, and drops those of other states and what killed runs left.
 */
export async function ensureTemplate(server: Addresses): Promise<string> {
  const name = TEMPLATE + fingerprint(MIGRATIONS_FOLDER);
  await asOwner(server, async (db) => {
    await db.execute(sql`select pg_advisory_lock(${LOCK})`);
    const found = await databases(db);
    for (const old of found.filter(isLeftover)) await drop(db, old);
    if (found.includes(name)) return;
    // Renamed when complete: a database of this name is a migrated one.
    const half = `half_${name}`;
    if (found.includes(half)) await drop(db, half);
    await db.execute(sql`create database ${sql.identifier(half)}`);
    await migrate(server.ownerUrl(half), server.appUrl(half));
    await db.execute(sql`alter database ${sql.identifier(half)} rename to ${sql.identifier(name)}`);
  });
  return name;
}

/** Copies `template` to a new database `name`; some twenty milliseconds for an empty one. */
export async function cloneDatabase(server: Addresses, template: string, name: string) {
  await asOwner(server, (db) =>
    db.execute(
      sql`create database ${sql.identifier(name)} template ${sql.identifier(template)} strategy wal_log`,
    ),
  );
}

export async function dropDatabase(server: Addresses, name: string): Promise<void> {
  await asOwner(server, (db) => drop(db, name));
}

function isLeftover(name: string): boolean {
  const stamp = name.startsWith(CLONE) ? name.slice(CLONE.length).split("_")[0] : undefined;
  return stamp !== undefined && !isRunning(stamp);
}

function fingerprint(folder: string): string {
  const hash = createHash("sha256");
  for (const file of readdirSync(folder).toSorted())
    if (file.endsWith(".sql")) hash.update(`${file}\0`).update(readFileSync(join(folder, file)));
  // What the migrations are followed by is part of the state too.
  const fields = FIELDS.map(({ id, choices }) => [id, choices ?? null]);
  hash.update(JSON.stringify([DEFAULT_STANDARD, [...PLACEHOLDERS], fields]));
  // The queues' tables are pg-boss's own, and the lock file names its version.
  for (const file of ["package-lock.json", "db/boss.ts", "lib/platform/jobs/queues.ts"])
    hash.update(readFileSync(file));
  hash.update(JSON.stringify(builtInSteps()));
  return hash.digest("hex").slice(0, 16);
}

async function databases(db: Db): Promise<string[]> {
  const rows = await db.execute(sql`select datname from pg_database`);
  return rows.map((row) => String(row.datname));
}

async function drop(db: Db, name: string): Promise<void> {
  await db.execute(sql`drop database if exists ${sql.identifier(name)} with (force)`);
}

async function asOwner<T>(server: Addresses, work: (db: Db) => Promise<T>): Promise<T> {
  const { db, close } = connect(server.ownerUrl("postgres"), { max: 1, statementTimeout: 0 });
  return await work(db).finally(close);
}
