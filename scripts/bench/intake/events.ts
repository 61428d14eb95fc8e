import { randomUUID } from "node:crypto";

/** Activities of one request, and rows of one statement of the floor: as many as the API takes. */
export const TOGETHER = 500;
const PAGE = { path: "/pricing", title: "Pricing", seconds: 95 };

/** One page view, as the public API takes it. */
export type Event = ReturnType<typeof newEvents>[number];

/** A batch of page views of the last minutes, never seen before, each of the next of `leads`. */
export const newEvents = (leads: readonly string[]) =>
  Array.from({ length: TOGETHER }, (_, index) => ({
    id: randomUUID(),
    leadId: leads[index % leads.length] ?? "",
    kind: "page_viewed",
    occurredAt: new Date(Date.now() - index * 1000).toISOString(),
    ...PAGE,
  }));

/** The same as a tracker sends it, of visitors whom nobody knows yet. */
export const asTracked = (events: readonly Event[]) => ({
  batch: events.map(({ id, occurredAt, path, title }) => ({
    type: "page",
    messageId: id,
    anonymousId: `visitor-${id.slice(0, 6)}`,
    timestamp: occurredAt,
    properties: { path, title, url: `https://www.example.com${path}` },
    context: {},
  })),
});
