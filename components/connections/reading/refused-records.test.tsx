import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { RefusedRecord } from "@/lib/connections/sources/refused/record";
import { RefusedRecords } from "./refused-records";

const now = new Date("2026-06-03T10:00:00Z");
const record: RefusedRecord = {
  ...{ stream: "contacts", recordId: "77", reason: "Refuses the question (400)." },
  since: new Date("2026-06-01T10:00:00Z"),
  againAt: new Date("2026-06-03T14:00:00Z"),
};
const said = (change: Partial<RefusedRecord>, paused = false) =>
  renderToStaticMarkup(
    <RefusedRecords
      readings={[]}
      refused={[{ ...record, ...change }]}
      paused={paused}
      retry={null}
      now={now}
      reader={{ locale: "en-GB", timeZone: "UTC" }}
    />,
  );

test("a record that is refused says why and when it is asked for again, or that it was given up", () => {
  expect(said({})).toContain("Refuses the question (400). Refused since ");
  expect(said({})).toContain("Asked for again at 14:00.");
  const friday = new Date("2026-06-05T14:00:00Z");
  expect(said({ againAt: friday })).toContain("Asked for again on Fri at 14:00.");
  expect(said({ againAt: now })).toContain("Asked for again within minutes.");
  expect(said({}, true)).toContain("once the connection is resumed.");
  expect(said({ againAt: null })).toContain("Given up.");
});
