import { describe, expect, it } from "vitest";
import { sortedQuery } from "./sorting";

describe("sortedQuery", () => {
  const search = new URLSearchParams("tier=1&cursor=abc");

  it("takes the column's own direction first, keeps filters, drops the cursor", () => {
    expect(sortedQuery(search, "score", "descending", undefined)).toBe("tier=1&sort=-score");
  });

  it("turns around at the second press, and back at the third", () => {
    const down = { by: "score", direction: "descending" } as const;
    const up = { by: "score", direction: "ascending" } as const;
    expect(sortedQuery(search, "score", "descending", down)).toBe("tier=1&sort=score");
    expect(sortedQuery(search, "score", "descending", up)).toBe("tier=1&sort=-score");
  });

  it("starts afresh at another column", () => {
    const other = { by: "name", direction: "ascending" } as const;
    expect(sortedQuery(search, "score", "ascending", other)).toBe("tier=1&sort=score");
  });
});
