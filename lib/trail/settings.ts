import type { ActivityKind } from "@/lib/intake/activities/activity";
import { type Chosen, idsChosen } from "./exclusion/choices";

/** Article, what to exclude: activity older than this many days stays out of a handoff. */
export const TRAIL_WINDOW_DAYS = 90;
/** Article, category 3: pages and email count for the last 30 days; older is noise. */
export const PAGE_AND_MAIL_WINDOW_DAYS = 30;
/** Activities are read back so many days: the longest window, and the trend's history before it. */
export const READ_BACK_DAYS = 400;
/** Spec X.1: after a gap of this many days a return is 're-engaged'. */
export const DORMANT_DAYS = 90;

/** Kinds of activity as people group them, each of which may have a window of its own. */
export const WINDOW_GROUPS = {
  pages: { label: "Pages", kinds: ["page_viewed"] },
  email: { label: "Email", kinds: ["email_delivered", "email_opened", "email_clicked"] },
  downloads: { label: "Downloads", kinds: ["content_downloaded"] },
  events: { label: "Events", kinds: ["event_registered", "event_attended"] },
  conversations: { label: "Chats and forms", kinds: ["chat", "form_submitted"] },
  competitors: { label: "Competitor content", kinds: ["competitor_content"] },
} as const satisfies Record<string, { label: string; kinds: readonly ActivityKind[] }>;
export type WindowGroup = keyof typeof WINDOW_GROUPS;

/** What the exclusion rules go by for every lead (X); an admin changes it. Compared without case. */
export type ExclusionSettings = {
  /** No activity counts for longer, in days. */
  windowDays: number;
  /** Kinds that count for less long, in days. */
  windows: Readonly<Partial<Record<WindowGroup, number>>>;
  dormantDays: number;
  /** A click or an open this soon after its mail was delivered is a machine's, in seconds. */
  scannerSeconds: number;
  /** Two different links of one mail clicked within this are a machine's, in milliseconds. */
  burstMilliseconds: number;
  /** Our own email domains; their subdomains count too. */
  ownDomains: readonly string[];
  /** Addresses of our people at other domains, such as a private one or an agency's. */
  staffAddresses: readonly string[];
  /** The products that are evaluated here; null: as the installation says. */
  products: readonly string[] | null;
  /** Products and business units that are not: their forms and what is tagged with them. */
  otherProducts: readonly string[];
  /** Where the pages of other products begin, such as `/energy`. */
  otherPaths: readonly string[];
  /** A form field that holds exactly one of these was filled in as a test. */
  testWords: readonly string[];
  /** Found in the user agents of mail gateways that check links. */
  gatewayMarks: readonly string[];
  /** Found in the user agents of mail programs that fetch ahead. */
  prefetchMarks: readonly string[];
  /** Whole months of activities older than this are forgotten; null: none ever. */
  retentionMonths: number | null;
};

/**
 * The settings before anyone changed them. A gateway clicks within seconds of delivery, a person
 * has to see the mail first; the marks are the names the vendors put into their user agents.
 */
export const DEFAULT_EXCLUSIONS: ExclusionSettings = {
  windowDays: TRAIL_WINDOW_DAYS,
  windows: { pages: PAGE_AND_MAIL_WINDOW_DAYS, email: PAGE_AND_MAIL_WINDOW_DAYS },
  dormantDays: DORMANT_DAYS,
  scannerSeconds: 10,
  burstMilliseconds: 1_000,
  ownDomains: [],
  staffAddresses: [],
  products: null,
  otherProducts: [],
  otherPaths: [],
  testWords: ["test", "testing", "test test", "test user", "asdf", "asdfasdf", "qwerty"],
  gatewayMarks: ["safelinks", "mimecast", "proofpoint", "urldefense", "barracuda"],
  prefetchMarks: ["googleimageproxy", "yahoomailproxy"],
  retentionMonths: null,
};

/** What the rules go by for one lead: the settings, and what is so of this lead alone. */
export type TrailSettings = Omit<ExclusionSettings, "products" | "retentionMonths"> & {
  /** The products this lead evaluates; empty means unknown, and then none is unrelated. */
  products: readonly string[];
  /** The lead's own address, by which our staff is known; null where it has none. */
  leadEmail: string | null;
  /** Ids of activities that a person left out, or brought back against every rule (X.6). */
  leftOutByHand: readonly string[];
  broughtBack: readonly string[];
};

/** What is so of one lead and of the installation it is in. */
export type Circumstances = {
  email: string | null;
  /** The domains of those who sign in here. */
  ownDomains: readonly string[];
  /** The installation's products, for settings that name none. */
  products: readonly string[];
  choices: readonly Chosen[];
};

/** The settings of everybody as they apply to one lead. */
export function settingsFor(exclusions: ExclusionSettings, lead: Circumstances): TrailSettings {
  const { retentionMonths: _, products, ownDomains, ...rest } = exclusions;
  return {
    ...rest,
    ...idsChosen(lead.choices),
    leadEmail: lead.email,
    ownDomains: [...new Set([...ownDomains, ...lead.ownDomains])],
    products: products ?? lead.products,
  };
}

/** The settings before anyone changed them, for a lead of whom nothing is known. */
export const DEFAULT_TRAIL_SETTINGS: TrailSettings = settingsFor(DEFAULT_EXCLUSIONS, {
  email: null,
  ownDomains: [],
  products: [],
  choices: [],
});
