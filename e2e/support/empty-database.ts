import { execFile } from "node:child_process";
import { promisify } from "node:util";

export type EmptyDatabase = {
  /** What a server is started with to use it. */
  settings: { DATABASE_URL: string; DATABASE_APP_URL: string };
  drop(): Promise<void>;
};

/** A database beside the demonstration's, as a company has it before anybody was let in. */
export async function emptyDatabase(): Promise<EmptyDatabase> {
  const { DATABASE_URL = "", DATABASE_APP_URL = "" } = process.env;
  const name = `${new URL(DATABASE_URL).pathname.slice(1)}_empty`;
  const named = (address: string) => String(Object.assign(new URL(address), { pathname: name }));
  const settings = {
    DATABASE_URL: named(DATABASE_URL),
    DATABASE_APP_URL: named(DATABASE_APP_URL),
  };
  await run("make", name, ...Object.values(settings));
  return { settings, drop: () => run("drop", name) };
}

async function run(...options: string[]): Promise<void> {
  const script = ["--import", "tsx", "e2e/support/make-empty-database.ts", ...options];
  await promisify(execFile)(process.execPath, script);
}
