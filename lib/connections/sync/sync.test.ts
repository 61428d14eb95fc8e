import { describe, expect, it } from "vitest";
import { meanwhile, type Sync } from "./sync";

const sync = (rest: Partial<Sync>): Sync => ({
  ...{
    id: "z",
    name: "ZoomInfo",
    keys: ["z"],
    does: "is asked",
    lastSuccessAt: null,
    failures: [],
    fault: null,
  },
  ...{ waiting: 14, waitingSince: null, nextAt: null, gives: ["C1.5"], ...rest },
});

describe("M.2 what a rep is missing meanwhile", () => {
  it.each([
    [{}, "New leads get no direct phone from ZoomInfo while it is down: 14 leads wait."],
    [
      { waiting: 1, gives: ["C1.5", "C2.1"] as const },
      "New leads get no direct phone or employees from ZoomInfo while it is down: 1 lead waits.",
    ],
    [
      { gives: ["C1.2", "C1.5", "C1.6", "C2.1", "C2.3"] as const },
      "New leads get no job title, direct phone, LinkedIn profile or 2 other fields from ZoomInfo while it is down: 14 leads wait.",
    ],
    [
      { name: "Slack", does: "tells" as const, waiting: 2 },
      "Nobody is told by Slack while it is down: 2 notices wait.",
    ],
    [
      { name: "hooks.zapier.com", does: "subscribes" as const, waiting: 3 },
      "hooks.zapier.com hears of nothing new while it is down: 3 events wait.",
    ],
    [
      { name: "Salesforce", does: "writes" as const, waiting: 12_500 },
      "Reps do not find everything in Salesforce: 12,500 records wait.",
    ],
    [
      { name: "HubSpot", does: "sends" as const, waiting: 0, fault: "unreadable" as const },
      "What HubSpot knows of leads does not arrive: it sent what cannot be read, and nothing was taken since.",
    ],
  ])("%j", (given, words) => {
    const { gives = ["C1.5"], ...rest } = given as Partial<Sync>;
    expect(meanwhile(sync({ ...rest, gives: [...gives] }), "en-GB")).toBe(words);
  });

  it("is nothing while nothing waits", () => {
    expect(meanwhile(sync({ waiting: 0 }), "en-GB")).toBeNull();
  });
});
