import { lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { wrongAddress } from "../wrong-address";

/** Networks that no hook leads into: IANA's special-purpose registries (RFC 6890), multicast besides. */
const INSIDE = new BlockList();
for (const [network, prefix] of [
  ...([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
  ] as const),
  ...([
    ["169.254.0.0", 16],
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
  ] as const),
  ...([
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
    ["198.51.100.0", 24],
  ] as const),
  ...([
    ["203.0.113.0", 24],
    ["224.0.0.0", 3],
  ] as const),
] as const)
  INSIDE.addSubnet(network, prefix, "ipv4");
/** What is global unicast (RFC 4291); whatever is outside of it is nobody's public address. */
const GLOBAL = new BlockList();
GLOBAL.addSubnet("2000::", 3, "ipv6");
for (const [network, prefix] of [
  ...([
    ["2001::", 23],
    ["2001:db8::", 32],
    ["2002::", 16],
    ["3fff::", 20],
  ] as const),
] as const)
  INSIDE.addSubnet(network, prefix, "ipv6");

/** This machine itself: the double of a test, or a proxy beside us. */
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** True for an IP address that is reached through the public internet only. */
export function isOutside(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !INSIDE.check(address, "ipv4");
  return family === 6 && GLOBAL.check(address, "ipv6") && !INSIDE.check(address, "ipv6");
}

/** What is wrong with the target of a hook, read after its label; null where nothing is. */
export function wrongTarget(value: string): string | null {
  const url = URL.canParse(value) ? new URL(value) : null;
  const plain = url ? `${url.protocol}//${url.host}` : value;
  if (url?.username || url?.password) return "must not hold a user name or a password";
  if (url?.hash) return "must not hold a #";
  const wrong = wrongAddress(plain);
  if (wrong || !url || LOOPBACK.has(url.hostname)) return wrong;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return isIP(host) && !isOutside(host) ? "leads into a private network" : null;
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

export const isLoopback = (url: URL): boolean => LOOPBACK.has(url.hostname);
