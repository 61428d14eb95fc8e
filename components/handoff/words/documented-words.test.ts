import { describe, expect, it } from "vitest";
import type { Snapshot } from "@/lib/handoff/snapshot";
import { documentedWords } from "./documented-words";

const common = { source: "form", obtainedAt: "2026-06-03T10:00:00Z", verified: false } as const;
const touches = { firstTouch: null, lastTouch: null };
const fields = {
  "C5.3": {
    ...common,
    value: { campaign: "Cold chain", channel: "Email", asset: null, ...touches },
  },
};
const words = (missing: Snapshot["missing"]) =>
  documentedWords({ missing, fields } as unknown as Snapshot);

const asset = { id: "C5.3", label: "Campaign, channel, asset", why: "not_valid" } as const;
const draft = { id: "C3.9", label: "Summary", why: "not_verified" } as const;
const linkedIn = { id: "C1.6", label: "LinkedIn profile", why: "not_obtainable" } as const;
const trail = { id: "C3.8", label: "Curated trail", why: "absent" } as const;

describe("G.4 how much of the standard came along", () => {
  it("says that a handoff is warm", () => {
    expect(words([])).toBe("Warm: everything is here");
  });

  it("names the one thing that is short, and of three parts the one that is", () => {
    expect(words([asset])).toBe("Warm but for one thing: asset");
    expect(words([linkedIn])).toBe("Warm but for one thing: LinkedIn profile not obtainable");
    expect(words([draft])).toBe("Warm but for one thing: the summary is a draft");
  });

  it("names at most three", () => {
    const score = { id: "C4.1", label: "Score", why: "absent" } as const;
    expect(words([trail, draft])).toBe("2 fields short: curated trail; the summary is a draft");
    expect(words([trail, draft, score, asset])).toBe(
      "4 fields short: curated trail; the summary is a draft; score; 1 more",
    );
  });
});
