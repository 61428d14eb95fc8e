import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** A path that cannot be decoded with each of its per cent signs standing for itself. */
function readable(address: string): string {
  const [path = ""] = address.split("?", 1);
  try {
    decodeURIComponent(path);
    return address;
  } catch {
    return path.replaceAll("%", "%25") + address.slice(path.length);
  }
}

/**
 * Makes the path of every request to this process one that can be decoded, before anybody reads it: Next
 * answers `/api/v1/leads/%ZZ` with a bare 500, where it is an id that no lead has.
 */
export function keepPathsReadable(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    if (request.url?.includes("%")) request.url = readable(request.url);
  });
}
