import { describe, expect, it } from "vitest";
import { fieldsOf } from "../csv/columns";
import { fieldLabel, onScreen } from "./field-labels";

describe("what a column of a file becomes", () => {
  it.each(["leads", "activities", "outcomes"] as const)("has a name of its own: %s", (target) => {
    for (const field of fieldsOf(target)) expect(fieldLabel(field)).toMatch(/^[A-Z]/);
  });

  it("is called so in the reason of a refused row too, not as the API calls it", () => {
    expect(onScreen("is missing, and there is no externalId either")).toBe(
      "is missing, and there is no id in the other system either",
    );
    expect(onScreen("no lead has the leadEmail ada@berg.example")).toBe(
      "no lead has the lead's email address ada@berg.example",
    );
    expect(onScreen("has no @")).toBe("has no @");
  });
});
