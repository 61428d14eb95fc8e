import { PAGE_AND_MAIL_WINDOW_DAYS, TRAIL_WINDOW_DAYS } from "@/lib/trail/settings";
import { HIGH_INTENT_SEGMENTS } from "@/lib/trail/wording/page-path";
import type { ActivityRule } from "./model";

const page = { kinds: ["page_viewed"], windowDays: PAGE_AND_MAIL_WINDOW_DAYS } as const;
const lasting = { windowDays: TRAIL_WINDOW_DAYS } as const;

/** What says that a solution is being researched. */
const intent = [
  {
    id: "request",
    label: "Asked for something",
    group: "intent",
    kinds: ["form_submitted", "chat"],
    asks: true,
    words: ["request*", "call", "talk", "meeting", "pilot", "security pack"],
    // A hand raised makes an MQL of a lead whose company fits, without more.
    points: 80,
    halfLifeDays: 14,
    ...lasting,
  },
  {
    id: "pricing",
    label: "Pricing",
    group: "intent",
    pages: HIGH_INTENT_SEGMENTS.pricing,
    points: 30,
    halfLifeDays: 7,
    ...page,
  },
  {
    id: "security",
    label: "Security and compliance",
    group: "intent",
    pages: HIGH_INTENT_SEGMENTS.security,
    points: 25,
    halfLifeDays: 7,
    ...page,
  },
  {
    id: "integrations",
    label: "Integrations",
    group: "intent",
    pages: HIGH_INTENT_SEGMENTS.integrations,
    points: 22,
    halfLifeDays: 7,
    ...page,
  },
  {
    id: "comparison",
    label: "Our comparison with a competitor",
    group: "intent",
    pages: ["compare", "comparison", "vs", "versus", "alternatives"],
    points: 25,
    halfLifeDays: 10,
    ...page,
  },
  {
    id: "competitor",
    label: "Competitor content",
    group: "intent",
    kinds: ["competitor_content"],
    points: 22,
    halfLifeDays: 14,
    ...lasting,
  },
  {
    id: "buying_document",
    label: "A document for buyers",
    group: "intent",
    kinds: ["content_downloaded"],
    words: ["security", "pric*", "implement*", "migrat*", "roi", "compliance", "buyer*"],
    points: 35,
    halfLifeDays: 14,
    ...lasting,
  },
  {
    id: "proof",
    label: "Customer stories",
    group: "intent",
    pages: ["customers", "case-studies", "case-study", "references"],
    points: 12,
    halfLifeDays: 7,
    ...page,
  },
] as const satisfies readonly ActivityRule[];

/** What says that our content and our people are being engaged with. */
const behavior = [
  {
    id: "attended",
    label: "Event attended",
    group: "behavior",
    kinds: ["event_attended"],
    points: 35,
    halfLifeDays: 21,
    ...lasting,
  },
  {
    id: "chat",
    label: "Chat",
    group: "behavior",
    kinds: ["chat"],
    points: 30,
    halfLifeDays: 14,
    ...lasting,
  },
  {
    id: "download",
    label: "Content downloaded",
    group: "behavior",
    kinds: ["content_downloaded"],
    points: 25,
    halfLifeDays: 21,
    ...lasting,
  },
  {
    id: "form",
    label: "Other form",
    group: "behavior",
    kinds: ["form_submitted"],
    points: 15,
    halfLifeDays: 14,
    ...lasting,
  },
  {
    id: "registered",
    label: "Event registered",
    group: "behavior",
    kinds: ["event_registered"],
    points: 12,
    halfLifeDays: 14,
    ...lasting,
  },
  {
    id: "clicked",
    label: "Email clicked",
    group: "behavior",
    kinds: ["email_clicked"],
    points: 14,
    halfLifeDays: 10,
    windowDays: PAGE_AND_MAIL_WINDOW_DAYS,
  },
  { id: "page", label: "Other pages", group: "behavior", points: 8, halfLifeDays: 7, ...page },
] as const satisfies readonly ActivityRule[];

export const DEFAULT_RULES: readonly ActivityRule[] = [...intent, ...behavior];
