import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Resting } from "@/db/factories/resting";

/** A connection of each kind that has a page of its own, all paused: no lead meets them; their ids. */
export async function restingConnections(): Promise<Resting> {
  const script = ["--import", "tsx", "e2e/support/make-resting.ts"];
  const { stdout } = await promisify(execFile)(process.execPath, script);
  return JSON.parse(stdout);
}
