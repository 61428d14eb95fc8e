import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DAY } from "@/lib/platform/durations";

/** Where uploaded files wait for their import, and lie until it is done. */
const FOLDER = join(".data", "imports");
/** The largest file that can be uploaded, in bytes; the command takes any size. */
export const UPLOAD_LIMIT = 200 * 1024 * 1024;
/** An upload that nobody went on with is personal data without a purpose; in milliseconds. */
const KEPT = 7 * DAY;

type Upload = { path: string; fileHash: string; fileName: string; bytes: number };

/** The file is larger than `UPLOAD_LIMIT`; nothing of it was kept. */
export class UploadTooLarge extends Error {
  override name = "UploadTooLarge";
}

const pathOf = (fileHash: string) => join(FOLDER, `${fileHash}.csv`);
const noteOf = (fileHash: string) => join(FOLDER, `${fileHash}.json`);

/** Keeps an uploaded file under its content's SHA-256, written as it comes and never held whole. */
export async function storeUpload(
  body: AsyncIterable<Uint8Array>,
  fileName: string,
): Promise<Upload> {
  await mkdir(FOLDER, { recursive: true, mode: 0o700 });
  const half = join(FOLDER, `${randomUUID()}.part`);
  try {
    const { fileHash, bytes } = await receive(body, half);
    await writeFile(noteOf(fileHash), JSON.stringify({ fileName }), { mode: 0o600 });
    await rename(half, pathOf(fileHash));
    return { path: pathOf(fileHash), fileHash, fileName, bytes };
  } finally {
    await rm(half, { force: true });
  }
}

async function receive(body: AsyncIterable<Uint8Array>, path: string) {
  const hash = createHash("sha256");
  const file = await open(path, "wx", 0o600);
  let bytes = 0;
  try {
    for await (const part of body) {
      bytes += part.length;
      if (bytes > UPLOAD_LIMIT) throw new UploadTooLarge();
      hash.update(part);
      await file.writeFile(part);
    }
  } finally {
    await file.close();
  }
  return { fileHash: hash.digest("hex"), bytes };
}

/** An uploaded file, or null where it is not here (any more). */
export async function findUpload(fileHash: string): Promise<Upload | null> {
  if (!/^[0-9a-f]{64}$/.test(fileHash)) return null;
  try {
    const { size } = await stat(pathOf(fileHash));
    const { fileName } = JSON.parse(await readFile(noteOf(fileHash), "utf8"));
    return { path: pathOf(fileHash), fileHash, fileName: String(fileName), bytes: size };
  } catch {
    return null;
  }
}

/** Removes a file that is imported, or cannot be. */
export async function removeUpload(fileHash: string): Promise<void> {
  for (const path of [pathOf(fileHash), noteOf(fileHash)]) await rm(path, { force: true });
}

/** Removes uploads that nobody went on with for a week. */
export async function sweepUploads(now: Date): Promise<void> {
  const names = await readdir(FOLDER).catch(() => []);
  for (const name of names) {
    const found = await stat(join(FOLDER, name)).catch(() => null);
    if (found && now.getTime() - found.mtimeMs > KEPT)
      await rm(join(FOLDER, name), { force: true });
  }
}
