import { isbot } from "isbot";
import type { Activity } from "@/lib/intake/activities/activity";
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

/** Holds one of the marks, whatever their case. */
function marked(given: readonly string[]): LeavesOut {
  const marks = given.map((mark) => mark.trim().toLowerCase()).filter((mark) => mark !== "");
  return perUserAgent((userAgent) => {
    const text = userAgent.toLowerCase();
    return marks.some((mark) => text.includes(mark));
  });
}

/** X.3: a gateway that opens links to check them. */
export const mailGateway = {
  id: "mail_gateway",
  label: () => "A mail gateway checked the mail",
  why: "The user agent is that of Safe Links, Mimecast, Proofpoint, Barracuda or the like.",
  judge: (_activities, settings) => marked(settings.gatewayMarks),
} as const satisfies ExclusionRule;

/** Apple Mail Privacy Protection loads every mail under this name and nothing behind it. */
const BARE = "Mozilla/5.0";
const isMail = ({ kind }: Activity) => kind === "email_opened" || kind === "email_clicked";

/** X.3: a mail program that fetches a mail's images ahead, whether or not anybody reads it. */
export const mailPrefetch = {
  id: "mail_prefetch",
  label: () => "A mail program fetched ahead",
  why: "Apple Mail, Gmail or Yahoo loaded the mail's images; nobody need have read it.",
  judge(_activities, settings) {
    const isProxy = marked(settings.prefetchMarks);
    return (activity) =>
      isMail(activity) && (activity.userAgent?.trim() === BARE || isProxy(activity));
  },
} as const satisfies ExclusionRule;

/** X.3: a bot that says so. An activity without a user agent proves nothing. */
export const bot = {
  id: "bot",
  label: () => "Bots",
  why: "The user agent is that of a crawler, a monitor or a script.",
  judge: () => perUserAgent(isbot),
} as const satisfies ExclusionRule;
