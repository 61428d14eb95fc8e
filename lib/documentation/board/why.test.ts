import { describe, expect, it } from "vitest";
import type { MissingField } from "@/lib/standard/completeness";
import { type Tried, type Why, whyWords } from "./why";

const held = (missing: MissingField[], tried: Tried[]): Why => ({
  kind: "enrichment",
  at: new Date("2026-06-03T10:00:00Z"),
  missing,
  tried,
  tries: 1,
  nextAt: null,
  mql: false,
});

describe("G.1 why a lead is held, in words", () => {
  it("names each missing field under its reason, and what each provider said last", () => {
    const words = whyWords(
      held(
        [
          { id: "C1.2", label: "Job title", why: "not_verified" },
          { id: "C1.5", label: "Direct phone", why: "not_obtainable" },
          { id: "C2.1", label: "Employees", why: "absent" },
          { id: "C2.3", label: "Industry", why: "absent" },
          { id: "C2.6", label: "ICP tier", why: "absent" },
        ],
        [
          { provider: "Mail check", answer: "found", cause: null },
          { provider: "Company directory", answer: "no_match", cause: null },
          { provider: "Company directory", answer: "no_match", cause: null },
          { provider: "Apollo", answer: "failed", cause: "rate_limited" },
          { provider: "Clearbit", answer: "later", cause: null },
        ],
      ),
    );
    expect(words).toEqual({
      first: "Absent: Employees, Industry · Not verified: Job title · Not obtainable: Direct phone",
      second:
        "Apollo was asked too often · Clearbit: asked to come back later · Company directory: no match",
    });
  });

  it("names what our own rules work out only where nothing else is short", () => {
    const tier = { id: "C2.6", label: "ICP tier", why: "absent" } as const;
    expect(whyWords(held([tier], [])).first).toBe("Absent: ICP tier");
    const found = [{ provider: "Apollo", answer: "found", cause: null }] as const;
    expect(whyWords(held([tier], [...found])).second).toBe("Apollo answered without it");
  });

  it("says so where nobody was asked yet", () => {
    expect(whyWords(held([], [])).second).toBe("Nobody was asked yet");
  });
});
