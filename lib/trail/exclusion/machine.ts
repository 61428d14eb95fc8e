import { isbot } from "isbot";
import type { ExclusionRule, LeavesOut } from "./rule";

/** Leads send few different user agents, and the package's pattern is long: ask once for each. */
function perUserAgent(isMachine: (userAgent: string) => boolean): LeavesOut {
  const known = new Map<string, boolean>();
  return ({ userAgent }) => {
    if (!userAgent) return false;
    const seen = known.get(userAgent) ?? isMachine(userAgent);
    known.set(userAgent, seen);
    return seen;
  };
}

/** X.3: a gateway that opens links to check them, or a mail client that fetches ahead. */
export const mailGateway = {
  id: "mail_gateway",
  label: "A mail gateway checked the mail",
  judge(_activities, settings) {
    const marks = settings.gatewayMarks.map((mark) => mark.toLowerCase());
    return perUserAgent((userAgent) => {
      const text = userAgent.toLowerCase();
      return marks.some((mark) => text.includes(mark));
    });
  },
} as const satisfies ExclusionRule;

/** X.3: a bot that says so. An activity without a user agent proves nothing. */
export const bot = {
  id: "bot",
  label: "Bots",
  judge: () => perUserAgent(isbot),
} as const satisfies ExclusionRule;
