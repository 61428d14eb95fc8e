import { expect, it } from "vitest";
import type { Snapshot } from "@/lib/handoff/snapshot";
import { outgoingValues } from "./outgoing-values";
import type { Given } from "./source";

const routedAt = "2026-06-03T22:30:00.000Z";

const given = (timeZone: string): Given => ({
  snapshot: { routedAt } as Snapshot,
  answer: null,
  url: "https://baton.example/leads/1",
  reader: { locale: "en-GB", timeZone },
  now: new Date(routedAt),
});

it.each([
  ["date", "Europe/Oslo", routedAt],
  ["day", "Europe/Oslo", "2026-06-04"],
  ["day", "America/New_York", "2026-06-03"],
] as const)("M.1 a moment goes to a field of kind %s as read in %s", (kind, timeZone, value) => {
  const entry = { from: "C5.1", to: "Routed", field: { kind, type: kind, length: null } };
  expect(outgoingValues([entry], given(timeZone))).toEqual({ Routed: value });
});
