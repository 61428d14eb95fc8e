import { currentViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { problem } from "@/lib/access/problem";
import { isSameOrigin } from "@/lib/access/same-origin";
import { peekFile } from "@/lib/intake/imports/file";
import {
  removeUpload,
  storeUpload,
  sweepUploads,
  UPLOAD_LIMIT,
  UploadTooLarge,
} from "@/lib/intake/imports/uploads";
import { systemClock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";

const TOO_LARGE = `The file is larger than ${UPLOAD_LIMIT / 1024 / 1024} MB. Use the command, npm run import, which takes any size.`;

/** Takes a file in as the request's whole body; `?name=` is what it is called. Answers `{ file }`. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers, env().BATON_URL)) {
    return problem(400, "This came from another site, so nothing was uploaded.");
  }
  const viewer = await currentViewer();
  if (!viewer) return problem(401, "You are signed out. Sign in in another tab, then try again.");
  if (!may(viewer, "import files")) return problem(404, "There is nothing here.");
  if (Number(request.headers.get("content-length")) > UPLOAD_LIMIT) return problem(413, TOO_LARGE);
  if (!request.body) return problem(400, "The file is empty.");
  await sweepUploads(systemClock());
  const name = new URL(request.url).searchParams.get("name")?.trim().slice(0, 200) || "file.csv";
  try {
    const { path, fileHash } = await storeUpload(request.body, name.toWellFormed());
    const csv = await peekFile(path);
    if (csv.ok) return Response.json({ file: fileHash });
    await removeUpload(fileHash);
    return problem(400, csv.reason);
  } catch (error) {
    if (error instanceof UploadTooLarge) return problem(413, TOO_LARGE);
    log().error({ err: error }, "A file could not be uploaded");
    return problem(500, "The file did not arrive whole. Nothing was kept: try again.");
  }
}
