import { describe, expect, it } from "vitest";
import { keptTyping } from "./use-typed";

const from = { name: "Territory", minutes: "5" };
const typed = { name: "Territory", minutes: "7" };
const stored = (change: object = {}) => JSON.stringify({ version: 3, from, typed, ...change });

describe("settings that were typed and not saved", () => {
  it("come back where what they were made from is still in force", () => {
    expect(keptTyping(stored(), 3, from)).toEqual(typed);
    expect(keptTyping(stored({ version: null }), null, from)).toEqual(typed);
  });

  it("do not where somebody saved another version, or its shape is another", () => {
    expect(keptTyping(stored(), 4, from)).toBe("replaced");
    expect(keptTyping(stored(), 3, { ...from, cap: "" })).toBe("replaced");
  });

  it("are nothing where nothing differs, or what is stored is not ours", () => {
    expect(keptTyping(stored({ typed: from }), 3, from)).toBeNull();
    expect(keptTyping(stored(), 4, typed)).toBeNull();
    for (const other of [null, "null", "7", "not json", "{}"]) {
      expect(keptTyping(other, 3, from)).toBeNull();
    }
  });
});
