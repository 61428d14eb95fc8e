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
        ],
        [
          { provider: "Apollo", answer: "failed", cause: "rate_limited" },
          { provider: "Company directory", answer: "no_match", cause: null },
          { provider: "Clearbit", answer: "failed", cause: null },
        ],
      ),
    );
    expect(words).toEqual({
      first: "Absent: Employees, Industry · Not verified: Job title · Not obtainable: Direct phone",
      second: "Apollo was asked too often · Company directory: no match · Clearbit: failed",
    });
  });

  it("says so where nobody was asked yet", () => {
    expect(whyWords(held([], [])).second).toBe("Nobody was asked yet");
  });
});
