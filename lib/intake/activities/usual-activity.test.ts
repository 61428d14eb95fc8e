import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activityInput } from "../input";
import { ACTIVITY_DETAILS, ACTIVITY_KINDS } from "./activity";
import { usualActivity, usualDetails } from "./usual-activity";

const visit = {
  id: "visit-1",
  leadId: "0b1c",
  kind: "page_viewed",
  occurredAt: "2026-06-03T09:58:00Z",
  path: "/pricing",
  title: "Pricing",
  seconds: 95,
};
const EDGES = [
  ...[undefined, null, "", " ", " x ", "x", "a\0b", "\ud800", "x".repeat(300), "x".repeat(2_001)],
  ...[0, -1, 95, 86_401, Number.POSITIVE_INFINITY, true, [], {}, { a: "b" }],
  ...[
    "2026-06-03",
    "03/04/2026",
    " 2026-06-03",
    "ADA@nordlys.example",
    "nobody",
    ...ACTIVITY_KINDS,
  ],
];
const NAMES = [
  ...["id", "leadId", "leadEmail", "leadExternalId", "kind", "occurredAt", "userAgent", "product"],
  ...["source", "path", "title", "seconds", "url", "messageId", "subject", "transcript", "form"],
  ...["fields", "competitor", "text", "colour", "__proto__", "constructor", "details", "toString"],
];
const edge = fc.constantFrom(...EDGES);
/** An object as JSON gives it, in which every name is its own. */
const changed = (changes: [string, unknown][]) => {
  const given: Record<string, unknown> = { ...visit };
  for (const [name, value] of changes)
    Object.defineProperty(given, name, {
      ...{ value, enumerable: true, configurable: true, writable: true },
    });
  return given;
};

describe("K.1 an activity as usual", () => {
  it("is read where nothing needs to be mended", () => {
    expect(usualActivity(visit)).toEqual(activityInput.parse(visit));
    const mail = { id: "m", leadEmail: "ADA@nordlys.example", occurredAt: "2026-06-03" };
    const opened = { ...mail, kind: "email_opened", messageId: "7", userAgent: null };
    expect(usualActivity(opened)).toEqual(activityInput.parse(opened));
  });

  it("comes out as the schema has it, and what the schema refuses is never read", () => {
    const changes = fc.array(fc.tuple(fc.constantFrom(...NAMES), edge), { maxLength: 4 });
    fc.assert(
      fc.property(changes.map(changed), (given) => {
        const usual = usualActivity(given);
        if (usual) expect(activityInput.safeParse(given)).toEqual({ success: true, data: usual });
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([null, "visit", 7, [visit], { ...visit, colour: "red" }, { ...visit, path: undefined }])(
    "is not %j, of which the schema says what is wrong",
    (given) => expect(usualActivity(given)).toBeNull(),
  );
});

describe("K.1 details as usual", () => {
  it("come out as their kind's schema has them, and what it refuses is never read", () => {
    const details = fc.array(fc.tuple(fc.constantFrom(...NAMES.slice(9)), edge), { maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...ACTIVITY_KINDS), details.map(changed), (kind, given) => {
        const { id: _, leadId: __, kind: ___, occurredAt: ____, ...own } = given;
        const usual = usualDetails(kind, own);
        if (usual)
          expect(ACTIVITY_DETAILS[kind].safeParse(own)).toEqual({ success: true, data: usual });
      }),
      { numRuns: 3_000 },
    );
    expect(usualDetails("page_viewed", { path: "/pricing" })).toEqual({ path: "/pricing" });
    expect(usualDetails("form_submitted", {})).toBeNull();
  });
});
