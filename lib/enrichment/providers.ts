import { readFileSync } from "node:fs";
import { env } from "@/lib/platform/env";
import { directoryProvider } from "./directory/directory";
import { readDirectory } from "./directory/file";
import type { Provider } from "./local-provider";

let known: readonly Provider[] | undefined;

/**
 * The enrichment chain in its order. The company directory is part of it where BATON_DIRECTORY
 * names a file, as the demonstration does.
 */
export function providers(): readonly Provider[] {
  const path = env().BATON_DIRECTORY;
  known ??= path ? [directoryProvider(readDirectory(readFileSync(path, "utf8")))] : [];
  return known;
}
