import { describe, expect, it } from "vitest";
import { asObject, textOf, together } from "./loose";

describe("K.1 what a tracker sends, whoever wrote it", () => {
  it("is found by its name without case and punctuation, the first that says something", () => {
    const traits = {
      "First Name": "Ada",
      email_address: " ",
      mail: "ada@nordlys.example",
      age: 36,
    };
    expect(textOf(traits, "firstName")).toBe("Ada");
    expect(textOf(traits, "emailAddress", "mail")).toBe("ada@nordlys.example");
    expect(textOf(traits, "age")).toBe("36");
    expect(textOf(traits, "lastName")).toBeUndefined();
  });

  it("is not mistaken for another object whose keys only look alike", () => {
    expect(textOf({ a: "1", "b,c": "2" }, "b")).toBeUndefined();
    expect(textOf({ "a,b": "3", c: "4" }, "c")).toBe("4");
    expect(textOf({ a: "5", b: "6", c: "7" }, "c")).toBe("7");
    expect(textOf({ "": "nothing" }, "path")).toBeUndefined();
  });

  it("is asked of several objects in turn, each for what is its own", () => {
    const many = Array.from({ length: 9 }, (_, index) => ({ path: `/${index}` }));
    for (const _ of [1, 2])
      expect(many.map((one) => textOf(one, "path"))).toEqual(many.map(({ path }) => path));
  });

  it("goes together with what a batch says for all, its own word before the other", () => {
    expect(together({ a: 1, b: 1 }, { b: 2 })).toEqual({ a: 1, b: 2 });
    expect(together({}, { b: 2 })).toEqual({ b: 2 });
    expect(together({ a: 1 }, asObject(null))).toEqual({ a: 1 });
  });
});
