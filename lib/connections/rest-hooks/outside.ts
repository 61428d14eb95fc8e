import { lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { isLoopback } from "@/lib/platform/is-loopback";
import { wrongAddress } from "../wrong-address";

/** Networks that no hook leads into: IANA's special-purpose registries (RFC 6890), and multicast. */
const INSIDE_IPV4 = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"],
  ...["172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16"],
  ...["198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3"],
];
/** Within what is global unicast, outside of which nothing is anybody's public address (RFC 4291). */
const INSIDE_IPV6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];
const GLOBAL_IPV6 = ["2000::/3"];

function listOf(ranges: readonly string[], family: "ipv4" | "ipv6", list = new BlockList()) {
  for (const range of ranges) {
    const [network = "", prefix] = range.split("/");
    list.addSubnet(network, Number(prefix), family);
  }
  return list;
}
const INSIDE = listOf(INSIDE_IPV6, "ipv6", listOf(INSIDE_IPV4, "ipv4"));
const GLOBAL = listOf(GLOBAL_IPV6, "ipv6");

/** True for an IP address that is reached through the public internet only. */
export function isOutside(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !INSIDE.check(address, "ipv4");
  return family === 6 && GLOBAL.check(address, "ipv6") && !INSIDE.check(address, "ipv6");
}

/**
 * What is wrong with the target of a hook, read after its label; null where nothing is. This machine
 * is a target only where Baton itself, at `base`, stands nowhere else: in a demonstration or a test.
 */
export function wrongTarget(value: string, base: () => string): string | null {
  if (/[\s\p{Cc}]/u.test(value) || !value.isWellFormed())
    return "has a space or a character that cannot be kept";
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url?.username || url?.password) return "must not hold a user name or a password";
  if (url?.hash) return "must not hold a #";
  const wrong = wrongAddress(url ? `${url.protocol}//${url.host}` : value);
  if (wrong || !url) return wrong;
  const inside = "leads into a private network";
  if (isLoopback(url.hostname)) return isLoopback(new URL(base()).hostname) ? null : inside;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return isIP(host) && !isOutside(host) ? inside : null;
}

/**
 * Resolves a name for a connection that must leave this network. Asked as the connection is made,
 * so that a name which answers otherwise the second time gains nothing.
 */
export const lookupOutside: LookupFunction = (hostname, options, answer) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return answer(error, "", 0);
    const inside = found.find(({ address }) => !isOutside(address));
    const [first] = found;
    if (inside || !first) {
      const refusal = Object.assign(new Error("It leads into a private network."), {
        code: "EPRIVATE",
      });
      return answer(refusal, "", 0);
    }
    return options.all ? answer(null, found) : answer(null, first.address, first.family);
  });
};
