import { describe, expect, it } from "vitest";
import { between, within } from "./selected";

const page = ["a", "b", "c", "d"];

describe("O.5 what is selected", () => {
  it("takes a range in either direction, with both ends", () => {
    expect(between(page, "b", "d")).toEqual(["b", "c", "d"]);
    expect(between(page, "d", "b")).toEqual(["b", "c", "d"]);
    expect(between(page, "b", "b")).toEqual(["b"]);
  });

  it("takes one alone where the other end has left the list", () => {
    expect(between(page, "gone", "c")).toEqual(["c"]);
  });

  it("forgets what has left the list", () => {
    expect([...within(new Set(["d", "gone", "a"]), page)]).toEqual(["a", "d"]);
  });
});
