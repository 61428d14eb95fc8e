/**
 * A short answer in JSON, on its way as it is: Next compresses whatever a route sends, since it knows no
 * length, and to set a compressor up costs a call of few bytes more than anything else about its answer.
 */
export const shortAnswer = (
  document: object,
  { status = 200, headers }: { status?: number; headers?: Readonly<Record<string, string>> } = {},
): Response =>
  Response.json(document, {
    status,
    headers: { "Cache-Control": "no-store, no-transform", ...headers },
  });
