import { existsSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { CsvFile } from "@/lib/intake/csv/csv-file";
import type { ImportStart } from "@/lib/intake/imports/commands";
import { IMPORT_TARGETS, type ImportPlan } from "@/lib/intake/imports/plan";
import { planFile } from "@/lib/intake/imports/plan-file";
import { Explained } from "../step";
import { explained } from "../words";

/** What is to be imported, from the command's words and a look at the file. */
export type Prepared = {
  path: string;
  file: CsvFile;
  plan: ImportPlan;
  start: ImportStart;
  dryRun: boolean;
};

const USAGE = `npm run import -- FILE [--as leads|activities|outcomes] [--map COLUMN=FIELD …] [--dry-run]`;

/** Reads the command's words and the file's beginning. Throws `Explained` naming what is wrong. */
export async function prepare(words: string[]): Promise<Prepared> {
  const { name, as, overrides, dryRun } = readWords(words);
  const path = findFile(name);
  const planned = await planFile(path, basename(path), { target: as, overrides });
  if (!planned.ok) throw new Explained(planned.reason);
  const { file, plan, start } = planned;
  return { path, file, plan, start, dryRun };
}

function readWords(words: string[]) {
  const parsed = () =>
    parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        as: { type: "string" },
        map: { type: "string", multiple: true, default: [] },
        "dry-run": { type: "boolean", default: false },
      },
    });
  const { values, positionals } = explained(USAGE, parsed);
  const [name, ...more] = positionals;
  if (!name) throw new Explained(`Name the file to import.\n${USAGE}`);
  if (more.length > 0) throw new Explained(`One file at a time: '${more[0]}' is one too many.`);
  const as = IMPORT_TARGETS.find((target) => target === values.as);
  if (values.as !== undefined && !as)
    throw new Explained(`--as takes leads, activities or outcomes, not '${values.as}'.`);
  return { name, as, overrides: values.map, dryRun: values["dry-run"] };
}

/** npm changes to the repository before it runs us, and tells where it was called. */
function findFile(name: string): string {
  const places = [process.env.INIT_CWD, process.cwd()].filter((place) => place !== undefined);
  const found = places.map((place) => resolve(place, name)).find((path) => existsSync(path));
  if (!found) throw new Explained(`There is no file ${name}.`);
  if (!statSync(found).isFile()) throw new Explained(`${name} is not a file.`);
  return found;
}
