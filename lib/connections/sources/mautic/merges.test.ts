import { describe, expect, it } from "vitest";
import { mergeOf } from "./merges";

const line = (details: unknown, object_id: unknown = "4") => ({
  ...{ id: "54", object: "lead", object_id, action: "merge", details },
  date_added: "2026-05-04 05:56:49",
});

describe("K.1 Mautic's audit log", () => {
  it.each([
    ["as PHP writes a number", 'a:1:{s:11:"merged_into";i:5;}'],
    ["as PHP writes a text", 'a:1:{s:11:"merged_into";s:1:"5";}'],
    ["as JSON", '{"merged_into":5}'],
    ["as an object with a text", { merged_into: "5" }],
  ])("says which contact was merged into which, %s", (_, details) => {
    const at = new Date("2026-05-04T05:56:49Z");
    expect(mergeOf(line(details))).toEqual({ stream: "contacts", id: "4", into: "5", at });
  });

  it("says nothing where its details, its contact or its time are others", () => {
    expect(mergeOf(line('a:1:{s:4:"name";s:6:"Suresh";}'))).toBeNull();
    expect(mergeOf(line(null))).toBeNull();
    expect(mergeOf(line('a:1:{s:11:"merged_into";i:5;}', "none"))).toBeNull();
    expect(mergeOf(line('a:1:{s:11:"merged_into";i:4;}'))).toBeNull();
    expect(mergeOf({ ...line('{"merged_into":5}'), date_added: "today" })).toBeNull();
  });
});
