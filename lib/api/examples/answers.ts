import type { Snapshot } from "@/lib/handoff/snapshot";
import type { FieldId, FieldValues } from "@/lib/standard/categories";
import { completeness, missingFields } from "@/lib/standard/completeness";
import type { FieldValue } from "@/lib/standard/field";
import { DEFAULT_STANDARD } from "@/lib/standard/standard";
import { cursorOf } from "../cursor";
import { handoffDocumentOf } from "../handoffs/handoff-document";
import { leadDocumentOf } from "../leads/lead-document";
import { hookDocumentOf, hookEventDocument } from "../rest-hooks/hook-document";

const CAPTURED = "2026-06-02T14:20:00.000Z";
const ROUTED = "2026-06-03T10:00:04.000Z";
const LEAD = "0190a5e2-7c1b-7d3e-9f40-5b8a1c2d3e4f";
const HANDOFF = "0190a9c0-1f2e-7a4b-8c5d-6e7f80912a3b";
const EVENT = "0190b222-3b4c-7d5e-8f60-718293a4b5c6";
const HOOK = "0190b111-2a3b-7c4d-9e5f-60718293a4b5";
const REP = "0190a000-0b1c-7d2e-8f30-415263748596";

const given = (value: FieldValue["value"], rest: Partial<FieldValue> = {}): FieldValue => ({
  value,
  source: "form",
  obtainedAt: CAPTURED,
  verified: false,
  ...rest,
});
const found = (value: FieldValue["value"], verified = false): FieldValue =>
  given(value, { source: "enrichment", provider: "Company directory", verified });
const scored = (value: FieldValue["value"]): FieldValue => given(value, { source: "scoring" });

/** The two categories that a lead is not routed without, as a form and a provider give them. */
const FIELDS: FieldValues = {
  "C1.1": given("Ada Berg"),
  "C1.2": found("Head of Logistics", true),
  "C1.3": given("Nordlys Frakt AS"),
  "C1.4": given("ada.berg@example.com", { verified: true }),
  "C1.5": given("+47 22 34 56 78"),
  "C1.6": found("https://www.linkedin.com/in/ada-berg-example"),
  "C2.1": found(340),
  "C2.3": found("Freight and logistics"),
  "C2.5": given("none", { source: "crm", provider: "Salesforce" }),
  "C2.6": scored(1),
  "C2.7": scored({ score: 88, met: ["Industry", "Employees"], missed: [], unknown: ["Revenue"] }),
} satisfies Partial<Record<FieldId, FieldValue>>;

const TOUCHPOINTS = [
  {
    kind: "page_viewed",
    text: "Read the pricing page",
    count: 3,
    firstAt: "2026-06-01T08:12:00.000Z",
    lastAt: "2026-06-03T09:58:00.000Z",
  },
];
const TRIGGER = "Asked for a demo, two minutes after reading the pricing page";

const SNAPSHOT: Snapshot = {
  schema: 1,
  leadId: LEAD,
  routedAt: ROUTED,
  owner: { id: REP, name: "Amara Lindqvist" },
  routingReason: "Yours: Nordic logistics; next in turn",
  routingPath: ["Account owner: nobody owns Nordlys Frakt AS", "Territory: Nordic, matched"],
  standardVersion: DEFAULT_STANDARD.version,
  completeness: completeness(FIELDS, DEFAULT_STANDARD),
  missing: missingFields(FIELDS, DEFAULT_STANDARD),
  fields: FIELDS,
  touchpoints: TOUCHPOINTS,
  trigger: { text: TRIGGER, at: "2026-06-03T10:00:00.000Z" },
  opener: "You asked for a demo this morning: is it the two depots that you want to see?",
  summary: {
    text: "Compares cold chain tracking for two depots; the trial ends this month.",
    author: "Maya Chen",
    at: ROUTED,
    draft: false,
  },
  notes: [],
  flags: [],
  scoreLines: [{ label: "Asked for a demo", points: 40 }],
  activityCount: 14,
  leftOut: [{ rule: "bounce", count: 2 }],
  reEngaged: false,
  capturedAt: CAPTURED,
  timeZone: "Europe/Oslo",
};

const lead = leadDocumentOf(
  {
    id: LEAD,
    email: "ada.berg@example.com",
    externalId: "map-4711",
    status: "routed",
    fields: FIELDS,
    ledger: [],
    handoffId: HANDOFF,
    capturedAt: new Date(CAPTURED),
    updatedAt: new Date(ROUTED),
  },
  DEFAULT_STANDARD,
);
const handoff = handoffDocumentOf(HANDOFF, SNAPSHOT);
const pageOf = <Entry>(entry: Entry, id: string) => ({
  data: [entry],
  nextCursor: cursorOf({ at: ROUTED, id }),
  total: 240,
});

const hook = {
  id: HOOK,
  targetUrl: "https://hooks.zapier.com/hooks/standard/1234567/abcdef/",
  events: ["lead.routed", "lead.rejected"],
  paused: false,
  createdAt: CAPTURED,
};
const told = hookEventDocument.parse(
  hookDocumentOf({
    id: EVENT,
    kind: "decision",
    at: new Date("2026-06-03T10:04:00.000Z"),
    handoffId: HANDOFF,
    own: SNAPSHOT,
    note: null,
    author: null,
    ownAnswer: {
      accepted: false,
      reason: "wrong_contact_data",
      words: "The number is the depot’s.",
    },
  }),
);

/** What each document of the API looks like, by its name there: made by what makes the answers. */
export const ANSWER_EXAMPLES = {
  Lead: lead,
  SentLead: lead,
  LeadPage: pageOf(lead, LEAD),
  Handoff: handoff,
  HandoffPage: pageOf(handoff, HANDOFF),
  Receipt: {
    accepted: 1,
    repeated: 0,
    refused: [{ index: 1, reason: "kind is not one that we know", field: "kind" }],
  },
  Routed: { result: "routed", leadId: LEAD, handoffId: HANDOFF, routedAt: ROUTED },
  RoutedHandoff: handoff,
  SubscribedHook: { ...hook, secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" },
  RenewedSecret: {
    id: HOOK,
    secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    earlierUntil: "2026-06-04T10:00:00.000Z",
  },
  Hook: hook,
  HookPage: pageOf(hook, HOOK),
  HookEvent: told,
  Connection: { id: LEAD, webhookUrl: `https://baton.example.com/api/webhooks/mautic/${LEAD}` },
} as const;
