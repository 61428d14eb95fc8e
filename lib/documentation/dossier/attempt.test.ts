import { describe, expect, it } from "vitest";
import { type Attempt, latestAttempts } from "./attempt";

const attempt = (id: string, provider: string, lookup: Attempt["lookup"]): Attempt => ({
  id,
  provider,
  lookup,
  answer: "no_match",
  cause: null,
  words: "",
  filled: [],
  costCents: 0,
  tookMs: 0,
  kept: false,
  at: new Date("2026-06-03T10:00:00Z"),
});

describe("G.1 what was tried", () => {
  it("is known by the last answer to each question, in the order they came", () => {
    const newestFirst = [
      attempt("5", "Directory", "company"),
      attempt("4", "Directory", "person"),
      attempt("3", "Mail check", "email"),
      attempt("2", "Directory", "company"),
      attempt("1", "Directory", "person"),
    ];
    expect(latestAttempts(newestFirst).map(({ id }) => id)).toEqual(["5", "4", "3"]);
  });
});
