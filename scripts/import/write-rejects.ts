import { closeSync, constants, openSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Actor } from "@/lib/access/viewer";
import { refusedRows } from "@/lib/intake/imports/queries";
import { rejectsParts } from "@/lib/intake/imports/rejects-file";
import type { ImportRun } from "@/lib/intake/imports/run";
import { Explained } from "../step";
import type { Prepared } from "./prepare";
import { refusal } from "./report";

/** Refused rows that are shown on screen as well. */
const SHOWN = 10;

/**
 * Writes the refused rows beside their file, or where we are if that cannot be written to; never
 * over a file that is there, which somebody may be mending. Answers what to print.
 */
export async function writeRejects(actor: Actor, run: ImportRun, { path }: Prepared) {
  const stem = `${basename(path).replace(/\.(csv|tsv|txt)$/i, "")}.rejects`;
  const { file, target } = openNew([dirname(path), process.env.INIT_CWD ?? process.cwd()], stem);
  try {
    for await (const part of rejectsParts(actor, run)) writeSync(file, part);
  } finally {
    closeSync(file);
  }
  const first = await refusedRows(actor, run.id, 0, SHOWN);
  const more = run.rowsRefused - first.length;
  return [
    ...first.map(refusal),
    ...(more > 0 ? [`… and ${more.toLocaleString("en")} more.`] : []),
    `The refused rows are in ${target}. Mend them there and import that file.`,
  ];
}

function openNew(folders: readonly string[], stem: string): { file: number; target: string } {
  const { O_CREAT, O_EXCL, O_WRONLY } = constants;
  for (const folder of folders) {
    for (let number = 1; number < 1_000; number += 1) {
      const target = join(folder, `${stem}${number === 1 ? "" : `-${number}`}.csv`);
      try {
        return { file: openSync(target, O_CREAT | O_EXCL | O_WRONLY, 0o600), target };
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) break;
      }
    }
  }
  throw new Explained(
    "The refused rows could not be written to a file. They are on the page Connections.",
  );
}
