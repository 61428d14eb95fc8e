/** What the server made of a file that was sent to it. */
type SendAnswer = { ok: true; file: string } | { ok: false; reason: string };

const NO_ANSWER = "The file did not arrive. Check your connection and try again.";

/**
 * Uploads a file as it is. `fetch` cannot tell how much has been sent, so this uses the older
 * XMLHttpRequest. `signal` stops it.
 */
export function sendFile(
  file: File,
  signal: AbortSignal,
  onSent: (bytes: number) => void,
): Promise<SendAnswer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/imports?name=${encodeURIComponent(file.name)}`);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded }) => onSent(loaded);
    request.onload = () => resolve(answerOf(request.status, request.response));
    request.onerror = () => resolve({ ok: false, reason: NO_ANSWER });
    request.onabort = () => resolve({ ok: false, reason: "Stopped. Nothing was kept." });
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function answerOf(status: number, body: unknown): SendAnswer {
  const said = typeof body === "object" && body !== null ? body : {};
  if (status === 200 && "file" in said) return { ok: true, file: String(said.file) };
  return { ok: false, reason: "reason" in said ? String(said.reason) : NO_ANSWER };
}
