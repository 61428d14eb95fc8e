import type { Going, NotWritten, Written } from "./crm";
import { answerOf } from "./no-answer";

type Success = Extract<Written, { recordId: string }>;

/**
 * Writes one lead after another, so that what is wrong with one is nobody else's fault. Where it is
 * the CRM that cannot, such as a limit or a fault of its own, the rest is not even asked for.
 */
export async function oneByOne(
  going: readonly Going[],
  write: (one: Going) => Promise<Omit<Success, "id">>,
): Promise<Written[]> {
  const written: Written[] = [];
  let ended: NotWritten | null = null;
  for (const one of going) {
    const came: Omit<Success, "id"> | NotWritten = ended ?? (await answerOf(() => write(one)));
    if (!("answer" in came)) {
      written.push({ id: one.id, ...came });
      continue;
    }
    written.push({ id: one.id, not: came });
    if (!came.final) ended = came;
  }
  return written;
}
