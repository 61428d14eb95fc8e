import type { ActivityKind } from "@/lib/intake/activities/activity";

/**
 * What makes a touchpoint significant. Data: a touchpoint's worth is signal × recency ×
 * repetition × stay, and each further one of a family is worth less than the one before.
 */
export type CurationWeights = {
  /** How much one act of a kind says; zero never enters a trail (X.5: opens, deliveries). */
  signal: Readonly<Record<ActivityKind, number>>;
  /** Instead of `signal.page_viewed`, for a page on pricing, integrations or security. */
  highIntentPage: number;
  /** Instead of the above, for a page that compares us with a competitor. */
  comparisonPage: number;
  /** Instead of `signal.form_submitted`, where the form asks for something of ours. */
  request: number;
  /** After this many days a touchpoint is worth half. */
  halfLifeDays: number;
  /** What each doubling of the count adds, as a share; counted up to `countedUpTo`. */
  doubling: number;
  countedUpTo: number;
  /** What each doubling of the minutes on a high-intent page adds (C3.7), up to `minutesUpTo`. */
  dwell: number;
  minutesUpTo: number;
  /** What one more touchpoint of a family already chosen is worth, as a share. */
  sameFamily: number;
  /** No more touchpoints of one family than this, whatever else is missing. */
  mostOfFamily: number;
  /** Beyond the third, a touchpoint must be worth this share of the best. */
  floor: number;
};

export const DEFAULT_CURATION_WEIGHTS: CurationWeights = {
  signal: {
    form_submitted: 5,
    chat: 9,
    event_attended: 8,
    competitor_content: 8,
    content_downloaded: 7,
    remark: 6,
    event_registered: 5,
    email_clicked: 4,
    page_viewed: 2,
    email_opened: 0,
    email_delivered: 0,
    sales_activity: 0,
  },
  highIntentPage: 7,
  comparisonPage: 8,
  request: 10,
  halfLifeDays: 14,
  doubling: 0.4,
  countedUpTo: 8,
  dwell: 0.1,
  minutesUpTo: 15,
  sameFamily: 0.6,
  mostOfFamily: 3,
  floor: 0.2,
};
