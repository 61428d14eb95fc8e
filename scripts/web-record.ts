import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isRunning, ownStamp, stampOf } from "@/db/running";

/** Which of this folder's web servers listens on a port, and who started it. */
interface WebRecord {
  port: number;
  /** Stamps, see `stampOf`. */
  server: string;
  launcher: string;
  build: string;
}

const FOLDER = ".data/web";

/** Notes that a server of ours listens on a port, which this process started. */
export function writeRecord(port: number, serverPid: number, build: string): void {
  mkdirSync(FOLDER, { recursive: true });
  const server = stampOf(serverPid) ?? "";
  const record: WebRecord = { port, server, launcher: ownStamp(), build };
  writeFileSync(fileOf(port), JSON.stringify(record));
}

/** Drops that note. */
export function forgetRecord(port: number): void {
  rmSync(fileOf(port), { force: true });
}

/** The record of a server that still runs. */
export function recordOf(port: number): WebRecord | undefined {
  if (!existsSync(fileOf(port))) return undefined;
  try {
    const record = JSON.parse(readFileSync(fileOf(port), "utf8")) as WebRecord;
    return isRunning(record.server) ? record : undefined;
  } catch {
    return undefined;
  }
}

/** The builds that a server of this folder serves from. */
export function servedBuilds(): Set<string> {
  if (!existsSync(FOLDER)) return new Set();
  const records = readdirSync(FOLDER).map((name) => recordOf(Number.parseInt(name, 10)));
  return new Set(records.flatMap((record) => (record ? [record.build] : [])));
}

const fileOf = (port: number) => join(FOLDER, `${port}.json`);
