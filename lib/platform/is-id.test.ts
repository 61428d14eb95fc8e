import { describe, expect, it } from "vitest";
import { cursorOf, cursorParameter } from "@/lib/api/cursor";
import { isId } from "./is-id";
import { QUEUES } from "./jobs/queues";

/** Of no version that RFC 9562 knows, as a copy by `md5(…)::uuid` or a hand gives them. */
const FOREIGN = "0f8fad5b-d9cb-069f-0165-70867728950e";

describe("the ids of rows that the database's owner put in", () => {
  it("are ids", () => {
    expect(isId(FOREIGN)).toBe(true);
  });

  it("go on with a list that ended at one", () => {
    const position = { at: "2026-11-30T02:15:47.324Z", id: FOREIGN };
    expect(cursorParameter.parse(cursorOf(position))).toEqual(position);
  });

  it("are taken by jobs", () => {
    const payload = { leadIds: [FOREIGN] };
    expect(QUEUES["judge-leads"].payload.parse(payload)).toEqual(payload);
  });
});
