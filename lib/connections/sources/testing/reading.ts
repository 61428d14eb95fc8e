import { systemActor } from "@/lib/access/viewer";
import { MINUTE } from "@/lib/platform/durations";
import { readConnection } from "../read";

export const READER = systemActor("job", "Reading back");

/** What one job reads of a connection, at a moment. */
export const read = (id: string, at = new Date()) =>
  readConnection(READER, id, { clock: () => at, random: () => 1 }, new AbortController().signal);

/** All there is at a moment, however many jobs it takes. */
export async function readAll(id: string, at = new Date()): Promise<void> {
  for (let job = 0; job < 3; job += 1) await read(id, at);
}

export const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE);
