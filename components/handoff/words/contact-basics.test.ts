import { expect, test } from "vitest";
import type { Snapshot } from "@/lib/handoff/snapshot";
import { contactBasicsWords } from "./contact-basics";

const now = new Date("2026-06-03T10:00:00Z");
const reading = { reader: { locale: "en-GB", timeZone: "Europe/Oslo" }, now };
const captured = (value: string) =>
  ({ value, source: "form", obtainedAt: now.toISOString(), verified: false }) as const;

const LONG = "Anna-Maria Elisabeth Charlotte von und zu Hohenlohe-Waldenburg-Schillingsfuerst";

test("Q.3 what the head of the page says whole takes one line beside its trust, however long it is", () => {
  const fields = {
    "C1.1": captured(LONG),
    "C1.2": captured("VP Operations"),
    "C1.4": captured(`${"long".repeat(20)}@nordlys.example`),
  };
  const snapshot = { fields, missing: [] } as unknown as Snapshot;
  const looks = Object.fromEntries(
    contactBasicsWords(snapshot, reading).map(({ label, look, words }) => [label, { look, words }]),
  );
  expect(looks["Full name"]).toEqual({ look: "above", words: LONG });
  expect(looks.Title?.look).toBeUndefined();
  // Stands nowhere else.
  expect(looks.Email?.look).toBeUndefined();
});
