import { describe, expect, it } from "vitest";
import { beside } from "./beside";

const screen = { innerWidth: 390, innerHeight: 844 };
const tip = { offsetWidth: 200, offsetHeight: 40 };
const word = (left: number, top: number) => ({ left, top, bottom: top + 20, width: 60 });

describe("where an explanation goes", () => {
  it("is below the word's middle, and above it where there is no room", () => {
    expect(beside(word(150, 300), tip, screen)).toEqual({ left: 80, top: 326 });
    expect(beside(word(150, 800), tip, screen)).toEqual({ left: 80, top: 754 });
  });

  it("never crosses the edges of the screen", () => {
    expect(beside(word(0, 300), tip, screen).left).toBe(8);
    expect(beside(word(340, 300), tip, screen).left).toBe(182);
  });
});
