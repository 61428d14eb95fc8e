import { isLoopback } from "@/lib/platform/is-loopback";

/**
 * What is wrong with a webhook's address, read after its label; null where nothing is. Only hosts
 * that the vendor documents are called, so that no address leads into the network that we stand in;
 * this machine too where Baton itself, at `base`, stands nowhere else: in a demonstration or a test.
 */
export function wrongWebhook(
  value: string,
  hosts: RegExp,
  example: string,
  base: () => string,
): string | null {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url) return `is not an address such as ${example}`;
  if (url.username || url.password) return "must not hold a user name or a password";
  const here = isLoopback(url.hostname) && isLoopback(new URL(base()).hostname);
  if (here && /^https?:$/.test(url.protocol)) return null;
  if (url.protocol !== "https:") return "must start with https://";
  return hosts.test(url.hostname) ? null : `is not an address such as ${example}`;
}
