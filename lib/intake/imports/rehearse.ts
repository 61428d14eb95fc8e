import { createHash } from "node:crypto";
import type { Actor } from "@/lib/access/viewer";
import type { Clock } from "@/lib/platform/clock";
import type { Rejected } from "../csv/rejects";
import { rehearseChunk, rejectsOf } from "./commands";
import { type Counts, countResults, NO_ROWS, type RowResult } from "./counts";
import type { ImportPlan } from "./plan";
import { Repeats } from "./repeats";
import type { ReadRow, RowOutcome } from "./rows";
import { readChunks } from "./run-import";

type Rehearsal = { counts: Counts; rowsRead: number };

/**
 * Tells what an import would make of each row, and keeps nothing of it. Chunk by chunk like the
 * import itself, so that nobody waits for a lead that a rehearsal holds.
 */
export async function rehearse(
  actor: Actor,
  { target, columns }: ImportPlan,
  path: string,
  clock: Clock,
  on: { progress(rehearsal: Rehearsal): void; refused(rejected: Rejected): void },
): Promise<Rehearsal> {
  const repeats = new Repeats();
  let total: Rehearsal = { counts: NO_ROWS, rowsRead: 0 };
  for await (const chunk of readChunks(path, target, columns, 0, clock)) {
    const outcomes = await rehearseChunk(actor, target, columns, chunk, clock());
    const results = chunk.rows.map((row, index) => resultOf(row, outcomes[index], repeats));
    total = { counts: countResults(results, total.counts), rowsRead: chunk.to };
    for (const rejected of rejectsOf(outcomes)) on.refused(rejected);
    on.progress(total);
  }
  return total;
}

function resultOf(
  row: ReadRow,
  outcome: RowOutcome | undefined,
  repeats: Repeats,
): { result: RowResult } {
  if (!outcome || !row.ok || outcome.result === "refused") return { result: "refused" };
  const repeat = repeats.note(namesOf(row.input), digest(row.input));
  if (repeat === "same") return { result: "unchanged" };
  if (repeat === "other" && outcome.result === "new") return { result: "changed" };
  return outcome;
}

/** What tells whose or which a row is: an activity's own id, else the lead's names. */
function namesOf(input: unknown): string[] {
  const { id, email, externalId, source } = input as Readonly<Record<string, unknown>>;
  if (typeof id === "string") return [`activity ${source ?? ""} ${id}`];
  return [email && `email ${email}`, externalId && `id ${externalId}`].filter(
    (name) => typeof name === "string",
  );
}

const digest = (input: unknown) =>
  createHash("sha256").update(JSON.stringify(input)).digest("base64");
