import { beforeEach, describe, expect, it, vi } from "vitest";
import { keyOf, shortcutKey } from "./shortcut-key";

const press = (key: string, code: string, rest = {}) => ({
  ...{ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...{ isComposing: false, defaultPrevented: false },
  ...rest,
});

describe("the single key that a press means", () => {
  beforeEach(() => {
    vi.stubGlobal("document", { documentElement: { dataset: { keys: "on" } } });
    vi.stubGlobal("Element", class {});
  });

  it.each([
    ["a letter as it is written", press("l", "KeyL"), "l"],
    ["a capital", press("L", "KeyL"), "l"],
    ["the letter of the layout, not the place", press("j", "KeyC"), "j"],
    ["the place, where the layout is Arabic", press("م", "KeyL"), "l"],
    ["the place, where the layout is Cyrillic", press("д", "KeyL"), "l"],
    ["a digit of another script", press("٢", "Digit2"), "2"],
    ["an Arabic question mark", press("؟", "Slash", { shiftKey: true }), "?"],
    ["a sign of a Latin layout", press("ø", "Semicolon"), "ø"],
  ])("is %s", (_, given, key) => {
    expect(shortcutKey(given, null)).toBe(key);
  });

  it.each([
    press("Enter", "Enter"),
    press("م", "KeyL", { ctrlKey: true }),
    press("م", "KeyL", { isComposing: true }),
  ])("is none for %o", (given) => {
    expect(shortcutKey(given, null)).toBeUndefined();
  });

  it("is found with a modifier too, for the palette", () => {
    expect(keyOf(press("ن", "KeyK", { ctrlKey: true }))).toBe("k");
  });
});
