import { describe, expect, it } from "vitest";
import { spokenMarks } from "./mark";

describe("spokenMarks", () => {
  it("says that all are complete in three words", () => {
    const marks = [
      { name: "Contact basics", state: "complete" },
      { name: "Scoring context", state: "complete" },
    ] as const;
    expect(spokenMarks(marks)).toBe("All 2 complete");
  });

  it("names only what is not complete", () => {
    const marks = [
      { name: "Contact basics", state: "complete" },
      { name: "Behavioral trail", state: "absent" },
      { name: "Handoff metadata", state: "partial" },
    ] as const;
    expect(spokenMarks(marks)).toBe(
      "1 of 3 complete; Behavioral trail absent, Handoff metadata partial",
    );
  });
});
