import { describe, expect, it } from "vitest";
import { staysOf } from "./stays";

describe("which lead stays where several are one person", () => {
  const kept = { id: "kept", status: "ready" } as const;
  const held = { id: "held", status: "pending_enrichment" } as const;
  const called = { id: "called", status: "contacted" } as const;

  it("is the one that the other system kept", () => {
    expect(staysOf(kept, [held])).toBe("kept");
    expect(staysOf({ ...kept, status: "accepted" }, [called])).toBe("kept");
  });

  it("is the first that a rep has where nobody has that one", () => {
    expect(staysOf(kept, [held, called, { id: "other", status: "routed" }])).toBe("called");
    expect(staysOf(kept, [{ id: "back", status: "rejected" }])).toBe("kept");
  });
});
