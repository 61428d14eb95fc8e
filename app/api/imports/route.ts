import { declined, pageRoute } from "@/lib/access/requests/page-route";
import { peekFile } from "@/lib/intake/imports/file";
import {
  removeUpload,
  storeUpload,
  sweepUploads,
  UPLOAD_LIMIT,
  UploadTooLarge,
} from "@/lib/intake/imports/uploads";
import { log } from "@/lib/platform/log";

const TOO_LARGE = `The file is larger than ${UPLOAD_LIMIT / 1024 / 1024} MB. Use the command, npm run import, which takes any size.`;

/** Takes a file in as the request's whole body; `?name=` is what it is called. Answers `{ file }`. */
export const POST = pageRoute("import files", async ({ request, search, now }) => {
  if (Number(request.headers.get("content-length")) > UPLOAD_LIMIT) return declined(413, TOO_LARGE);
  if (!request.body) return declined(400, "The file is empty.");
  await sweepUploads(now);
  const name = search.get("name")?.trim().slice(0, 200) || "file.csv";
  try {
    const { path, fileHash } = await storeUpload(request.body, name.toWellFormed());
    const csv = await peekFile(path);
    if (csv.ok) return Response.json({ file: fileHash });
    await removeUpload(fileHash);
    return declined(400, csv.reason);
  } catch (error) {
    if (error instanceof UploadTooLarge) return declined(413, TOO_LARGE);
    log().error({ err: error }, "A file could not be uploaded");
    return declined(500, "The file did not arrive whole. Nothing was kept: try again.");
  }
});
