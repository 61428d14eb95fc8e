/** This machine itself: the double of a test, or a proxy beside us. */
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * What is wrong with a webhook's address, read after its label; null where nothing is. Only hosts
 * that the vendor documents are called, so that no address leads into the network that we stand in.
 */
export function wrongWebhook(value: string, hosts: RegExp, example: string): string | null {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url) return `is not an address such as ${example}`;
  if (url.username || url.password) return "must not hold a user name or a password";
  if (LOOPBACK.has(url.hostname)) return null;
  if (url.protocol !== "https:") return "must start with https://";
  return hosts.test(url.hostname) ? null : `is not an address such as ${example}`;
}
