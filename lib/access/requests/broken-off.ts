/**
 * True where a request's body could not be read because whoever sent it broke off: a page that was
 * left, a connection that was lost. Nothing of ours failed, and nobody waits for the answer. Node
 * says so by `aborted`, with the code of a reset connection (lib/_http_server.js, abortIncoming).
 */
export function isBrokenOff(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.message === "aborted" &&
    "code" in error &&
    error.code === "ECONNRESET"
  );
}
