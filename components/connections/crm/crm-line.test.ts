import { describe, expect, it } from "vitest";
import type { ConnectionView } from "@/lib/connections/view";
import { crmLine } from "./crm-line";

const now = new Date("2026-06-03T10:00:00Z");
const reader = { locale: "en-GB", timeZone: "UTC" };
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const words = "The scope crm.objects.deals.read is missing, so what becomes of leads is not known.";

const health = (lastSuccessAt: Date | null, lastFailureAt: Date | null) => ({
  ...{ lastSuccessAt, lastFailureAt, openUntil: null, failuresInARow: 0, creditsLeft: null },
  ...{ lastCause: lastFailureAt && ("refused" as const), lastWords: "It failed." },
});

function standing(more: Partial<ConnectionView>) {
  const view: ConnectionView = {
    ...{ id: "1", name: "HubSpot", systemLabel: "HubSpot CRM", way: "writes", subscribedBy: null },
    ...{ connectedAt: ago(60), webhook: null, asks: [], settings: {}, paused: false },
    ...{ secretSetAt: ago(60), earlierUntil: null, test: null, health: null },
    ...{ day: { answers: {}, kept: 0 }, ...more },
  } as ConnectionView;
  return crmLine(view, undefined, false, reader, now).standing;
}

describe("how a CRM is doing", () => {
  it("names what its test found to be missing, though the rest of it works", () => {
    const test = { works: false, words, cause: "refused" as const, at: ago(5) };
    const told = { tone: "bad", detail: `${words.replace(/\.$/, "")}; tested 5 min ago.` };
    expect(standing({ test, health: health(ago(1), null) })).toEqual({
      ...{ word: "Works in part", ...told },
    });
    expect(standing({ test, health: health(null, ago(1)) })).toEqual({
      ...{ word: "Failing", ...told },
    });
  });

  it("says nothing any more of an outage that a test met and that is over", () => {
    const test = { works: false, words: "It cannot be reached", cause: "unreachable" as const };
    const is = standing({
      test: { ...test, at: ago(5) },
      health: health(ago(1), null),
    });
    expect(is).toMatchObject({ word: "Working", tone: "good" });
  });
});
