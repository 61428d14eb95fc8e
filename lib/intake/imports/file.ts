import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type CsvAnswer, openCsv } from "../csv/csv-file";

/** What identifies a file's content: its SHA-256 in hexadecimal, and its size in bytes. */
type FileIdentity = { fileHash: string; bytes: number };

/** Reads a file through once. Rejects with the system's error where it cannot be read. */
export async function identityOf(path: string): Promise<FileIdentity> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const part of createReadStream(path)) {
    hash.update(part);
    bytes += part.length;
  }
  return { fileHash: hash.digest("hex"), bytes };
}

/** Opens a CSV file from its beginning; `bytesRead` tells how much of it has been asked for. */
export async function openFile(path: string): Promise<{ csv: CsvAnswer; bytesRead: () => number }> {
  const stream = createReadStream(path);
  const csv = await openCsv(stream);
  return { csv, bytesRead: () => stream.bytesRead };
}

/** Looks at a file's beginning and closes it again. */
export async function peekFile(path: string): Promise<CsvAnswer> {
  const stream = createReadStream(path);
  try {
    return await openCsv(stream);
  } finally {
    stream.destroy();
  }
}
