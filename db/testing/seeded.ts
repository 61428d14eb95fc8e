import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { connect } from "@/db/client";
import type { Addresses } from "@/db/embedded";
import { completeDatabase } from "@/db/embedded-database";

const SEEDED = "seeded_";
/** What the demonstration company is made by: its script, and the product it is played through. */
const MADE_BY = ["db", "lib"];

/**
 * The name of a database with the demonstration company of `day`, as this state of the source
 * makes it; `fill` makes it unless it is there. Others are dropped.
 */
export async function ensureSeeded(
  server: Addresses,
  day: string,
  fill: (ownerUrl: string, appUrl: string) => Promise<void>,
): Promise<string> {
  const hash = createHash("sha256").update(day);
  for (const path of MADE_BY.flatMap(filesIn))
    hash.update(`\0${path}\0`).update(readFileSync(path));
  const name = SEEDED + hash.digest("hex").slice(0, 16);
  await dropOthers(server, name);
  await completeDatabase(server, name, fill);
  return name;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && !/\.test\.tsx?$/.test(path))
    .toSorted();
}

async function dropOthers(server: Addresses, name: string): Promise<void> {
  const { db, close } = connect(server.ownerUrl("postgres"), { max: 1, statementTimeout: 0 });
  const rows = await db.execute(sql`
    select datname as name from pg_database where starts_with(datname, ${SEEDED}) and datname <> ${name}`);
  // Left alone while somebody else is copying it.
  for (const row of rows)
    await db
      .execute(sql`drop database if exists ${sql.identifier(String(row.name))}`)
      .catch(() => {});
  await close();
}
