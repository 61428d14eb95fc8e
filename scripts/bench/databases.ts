import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Addresses } from "@/db/embedded";
import { completeDatabase } from "@/db/embedded-database";
import { migrate } from "@/db/migrate";
import { runNode } from "../child";
import { environmentOf, seedInto } from "../database";
import { Explained, step } from "../step";
import { countLeads, dropOne, dropOthers } from "./commands";
import { giveHandoffs } from "./trends/commands";

/** A database of one size, as the servers and the curation use it. */
export type BenchDatabase = { ownerUrl: string; appUrl: string; leads: number; handoffs: number };

const PREFIX = "bench_";
const SEED = "db/seed";

/**
 * Databases with so many handoffs, made from one demonstration company and kept for the next run.
 * They are made anew where the way of making them has changed, and migrated where the tables have.
 */
export async function openDatabases(
  server: Addresses,
  wanted: readonly { handoffs: number; activities: number }[],
): Promise<BenchDatabase[]> {
  const made = PREFIX + seedHash();
  await dropOthers(server.ownerUrl("postgres"), PREFIX, made);
  const demonstration = `${made}_demonstration`;
  await completeDatabase(server, demonstration, async (ownerUrl, appUrl) => {
    await migrate(ownerUrl, appUrl);
    await seedInto(ownerUrl, appUrl);
  });
  await migrate(server.ownerUrl(demonstration), server.appUrl(demonstration));
  const opened: BenchDatabase[] = [];
  for (const { handoffs, activities } of wanted) {
    const name = `${made}_${handoffs}`;
    const addresses = { ownerUrl: server.ownerUrl(name), appUrl: server.appUrl(name) };
    const fill = (ownerUrl: string, appUrl: string) =>
      step(`${handoffs} handoffs made`, () => enlarge({ ownerUrl, appUrl }, handoffs, activities));
    await completeDatabase(server, name, fill, demonstration);
    await migrate(addresses.ownerUrl, addresses.appUrl);
    opened.push({ ...addresses, ...(await countLeads(addresses.ownerUrl)) });
  }
  return opened;
}

/**
 * The demonstration with so many handoffs over two years, made by one statement and counted by the
 * recount; their leads have no more than one another's values. For what reads handoffs' counts.
 */
export async function openTrendDatabase(
  server: Addresses,
  handoffs: number,
): Promise<BenchDatabase> {
  const made = PREFIX + seedHash();
  const name = `${made}_trend_${handoffs}`;
  const addresses = { ownerUrl: server.ownerUrl(name), appUrl: server.appUrl(name) };
  const fill = (ownerUrl: string) =>
    step(`${handoffs} handoffs over two years made`, () =>
      giveHandoffs(ownerUrl, handoffs, new Date()),
    );
  await completeDatabase(server, name, fill, `${made}_demonstration`);
  await migrate(addresses.ownerUrl, addresses.appUrl);
  return { ...addresses, leads: handoffs, handoffs };
}

/** The demonstration as it was made, of its own for this run: what is taken in would stay for the next. */
export async function openIntakeDatabase(server: Addresses): Promise<BenchDatabase> {
  const made = PREFIX + seedHash();
  const name = `${made}_intake`;
  const addresses = { ownerUrl: server.ownerUrl(name), appUrl: server.appUrl(name) };
  await dropOne(server.ownerUrl("postgres"), name);
  await completeDatabase(server, name, async () => {}, `${made}_demonstration`);
  return { ...addresses, ...(await countLeads(addresses.ownerUrl)) };
}

/** The way that everybody has to make a large database: `npm run seed -- --leads N --activities M`. */
async function enlarge(
  addresses: { ownerUrl: string; appUrl: string },
  wanted: number,
  activities: number,
): Promise<void> {
  const { leads, handoffs } = await countLeads(addresses.ownerUrl);
  const env = {
    ...environmentOf({ ...addresses, embedded: true }),
    BATON_SECRET: "-".repeat(32),
  };
  const size = ["--leads", String(Math.ceil((leads * wanted) / handoffs))];
  const seeded = await runNode(
    ["--import", "tsx", "scripts/seed.ts", ...size, "--activities", String(activities)],
    { env },
  );
  if (!seeded.ok) throw new Explained(`The large database could not be made.\n${seeded.output}`);
}

function seedHash(): string {
  const hash = createHash("sha256");
  const files = readdirSync(SEED, { recursive: true, encoding: "utf8" })
    .map((name) => join(SEED, name))
    .filter((path) => statSync(path).isFile() && !/\.test\.tsx?$/.test(path));
  for (const path of files.toSorted()) hash.update(`\0${path}\0`).update(readFileSync(path));
  return hash.digest("hex").slice(0, 12);
}
