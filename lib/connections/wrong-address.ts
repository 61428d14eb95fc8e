import { isLoopback } from "@/lib/platform/is-loopback";

/**
 * What is wrong with an address that keys travel to, read after its label; null where nothing is. They
 * go encrypted, or stay on this machine.
 */
export function wrongAddress(value: string): string | null {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url) return "is not an address such as https://api.example.com";
  if (url.username || url.password) return "must not hold a user name or a password";
  if (url.search || url.hash) return "must not hold a ? or a #";
  if (url.protocol === "https:") return null;
  const here = url.protocol === "http:" && isLoopback(url.hostname);
  return here ? null : "must start with https://";
}
