import { describe, expect, it } from "vitest";
import { DEFAULT_STANDARD } from "@/lib/standard/standard";
import { type SavedDraft, startedFrom } from "./draft-state";
import { parseKept } from "./kept-draft";

const { gates, requirements, graceMinutes } = DEFAULT_STANDARD;
const saved: SavedDraft = {
  ...{ id: "one", revision: 1, savedBy: "Sofia", gates, requirements, graceMinutes },
  ...{ effectiveOn: "", reason: "" },
};

describe("what a browser kept of a draft", () => {
  it("comes back for the draft it was written in", () => {
    const stored = JSON.stringify(startedFrom(saved));
    expect(parseKept(stored, "one")?.mine.requirements["C1.5"].level).toBe("required");
    expect(parseKept(stored, "another")).toBeNull();
  });

  it.each([null, "", "{", "null", "[]", "{}", '{"mine":{},"base":{"id":"one"}}'])(
    "is nothing where it is %j",
    (stored) => {
      expect(parseKept(stored, "one")).toBeNull();
    },
  );
});
