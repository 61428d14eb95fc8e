import { applicationUrl } from "@/db/application-role";
import { type Addresses, runningEmbedded, startEmbedded } from "@/db/embedded";
import { completeDatabase } from "@/db/embedded-database";
import { migrate } from "@/db/migrate";
import { VENDOR } from "@/db/seed/staff";
import { runNode } from "./child";
import { Explained, step } from "./step";

export interface OpenDatabase {
  ownerUrl: string;
  appUrl: string;
  /** Ours, with the demonstration company; otherwise the one in DATABASE_URL. */
  embedded: boolean;
  stop(): Promise<void>;
}

const DIRECTORY = "db/seed/company-directory.json";

/** Starts or finds the database in use and brings it up to date, telling each step. */
export async function openDatabase(): Promise<OpenDatabase> {
  const given = process.env.DATABASE_URL;
  if (given) {
    if (!URL.canParse(given)) throw new Explained("DATABASE_URL is not a valid address.");
    const appUrl = applicationUrl(given, process.env.DATABASE_APP_URL || undefined);
    await step("Database up to date", () => migrate(given, appUrl));
    return { ownerUrl: given, appUrl, embedded: false, stop: async () => {} };
  }
  const cluster = await step("Database started", () => startEmbedded({ name: "demo" }));
  try {
    await prepareDemonstration(cluster);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  const addresses = { ownerUrl: cluster.ownerUrl(), appUrl: cluster.appUrl() };
  return { ...addresses, embedded: true, stop: cluster.stop };
}

/** The database in use if it can be used now; starts nothing. */
export function databaseInUse(): { ownerUrl: string; appUrl: string } | undefined {
  const given = process.env.DATABASE_URL;
  if (given) {
    return {
      ownerUrl: given,
      appUrl: applicationUrl(given, process.env.DATABASE_APP_URL || undefined),
    };
  }
  const running = runningEmbedded("demo");
  return running && { ownerUrl: running.ownerUrl(), appUrl: running.appUrl() };
}

/** What code that uses the database singleton must find in the environment. */
export function environmentOf({ ownerUrl, appUrl, embedded }: Omit<OpenDatabase, "stop">) {
  return {
    DATABASE_URL: ownerUrl,
    DATABASE_APP_URL: appUrl,
    ...(embedded ? { BATON_DIRECTORY: DIRECTORY, BATON_PRODUCTS: VENDOR.product } : {}),
  };
}

async function prepareDemonstration(cluster: Addresses): Promise<void> {
  const made = await completeDatabase(cluster, "baton", async (ownerUrl, appUrl) => {
    await step("Database set up", () => migrate(ownerUrl, appUrl));
    await seedInto(ownerUrl, appUrl);
  });
  if (!made) await step("Database up to date", () => migrate(cluster.ownerUrl(), cluster.appUrl()));
}

/** Fills a migrated database with the demonstration company, in a process of its own. */
export async function seedInto(ownerUrl: string, appUrl: string): Promise<void> {
  await step("Demonstration company moved in", async () => {
    const env = {
      ...environmentOf({ ownerUrl, appUrl, embedded: true }),
      BATON_SECRET: "-".repeat(32),
    };
    const seeded = await runNode(["--import", "tsx", "scripts/seed.ts"], { env });
    if (!seeded.ok)
      throw new Explained(`The demonstration company could not be made.\n${seeded.output}`);
  });
}
