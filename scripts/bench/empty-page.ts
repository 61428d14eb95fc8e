import { cpSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import next from "next/package.json" with { type: "json" };
import { runNode } from "../child";
import { Explained, step } from "../step";

const SOURCE = "scripts/bench/empty-page";
const FOLDER = ".data/bench/empty-page";

/**
 * The floor: a dynamic page that says one word, in a bare document, built by the same Next. It is
 * an application of its own, so that nothing of it can be reached in the product. Answers its folder.
 */
export async function buildEmptyPage(): Promise<string> {
  const complete = join(FOLDER, `complete-${next.version}`);
  if (existsSync(complete)) return FOLDER;
  await step("Empty page built", async () => {
    rmSync(FOLDER, { recursive: true, force: true });
    cpSync(SOURCE, FOLDER, { recursive: true });
    const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
    const built = await runNode(["node_modules/next/dist/bin/next", "build", FOLDER], { env });
    if (!built.ok) throw new Explained(`The empty page could not be built.\n${built.output}`);
    writeFileSync(complete, "");
  });
  return FOLDER;
}
