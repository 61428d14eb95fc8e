/** Article, what to exclude: activity older than this many days stays out of a handoff. */
export const TRAIL_WINDOW_DAYS = 90;
/** Article, category 3: pages and email count for the last 30 days; older is noise. */
export const PAGE_AND_MAIL_WINDOW_DAYS = 30;
/** Spec X.1: after a gap of this many days a return is 're-engaged'. */
export const DORMANT_DAYS = 90;

/** What the exclusion rules go by. Lists are compared without case. */
export type TrailSettings = {
  windowDays: number;
  pageAndMailWindowDays: number;
  dormantDays: number;
  /** A click or an open this soon after its mail was delivered is a machine's, in seconds. */
  scannerSeconds: number;
  /** Two different links of one mail clicked within this are a machine's, in milliseconds. */
  burstMilliseconds: number;
  /** Our own email domains; their subdomains count too. */
  ownDomains: readonly string[];
  /** The lead's own address, by which our staff is known; null where it has none. */
  leadEmail: string | null;
  /** The products this lead evaluates; empty means unknown, and then none is unrelated. */
  products: readonly string[];
  /** A form field that holds exactly one of these was filled in as a test. */
  testWords: readonly string[];
  /** Found in the user agents of mail gateways and of mail clients that fetch ahead. */
  gatewayMarks: readonly string[];
  /** Ids of activities that a person left out, or brought back against every rule (X.6). */
  leftOutByHand: readonly string[];
  broughtBack: readonly string[];
};

/**
 * The settings before anyone changed them. A gateway clicks within seconds of delivery, a person
 * has to see the mail first; the marks are the names the vendors put into their user agents.
 */
export const DEFAULT_TRAIL_SETTINGS: TrailSettings = {
  windowDays: TRAIL_WINDOW_DAYS,
  pageAndMailWindowDays: PAGE_AND_MAIL_WINDOW_DAYS,
  dormantDays: DORMANT_DAYS,
  scannerSeconds: 10,
  burstMilliseconds: 1_000,
  ownDomains: [],
  leadEmail: null,
  products: [],
  testWords: ["test", "testing", "test test", "test user", "asdf", "asdfasdf", "qwerty"],
  gatewayMarks: [
    "safelinks",
    "mimecast",
    "proofpoint",
    "urldefense",
    "barracuda",
    "googleimageproxy",
    "yahoomailproxy",
  ],
  leftOutByHand: [],
  broughtBack: [],
};
