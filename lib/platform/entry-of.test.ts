import { expect, it } from "vitest";
import { entryOf } from "./entry-of";

it("finds what a table names itself, and nothing that every object has", () => {
  const table = { yes: 1 };
  expect(entryOf(table, "yes")).toBe(1);
  for (const name of ["no", "constructor", "__proto__", "toString"])
    expect(entryOf(table, name)).toBeUndefined();
});
