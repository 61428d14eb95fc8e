const LOOPBACK = new Set(["localhost", "127.0.0.1", "::1", "[::1]"]);

/** True for a host that is this machine itself: the double of a test, or what stands beside us. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host);
