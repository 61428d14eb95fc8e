import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Documented leads of one company that nobody else's test knows, each without a summary; their ids. */
export async function leadsToSummarise(count: number, company: string): Promise<string[]> {
  const script = ["--import", "tsx", "e2e/support/make-leads.ts", `${count}`, company];
  const { stdout } = await promisify(execFile)(process.execPath, script);
  return stdout.trim().split("\n");
}
