import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type StuckRow, StuckRows } from "./stuck-rows";

const now = new Date("2026-06-03T10:00:00Z");
const row: StuckRow = {
  id: "1",
  what: "Handoff of Ada",
  at: now,
  words: "Does not answer.",
  givenUp: false,
  tries: 2,
  dueAt: now,
  paused: false,
  retry: null,
};
const said = (change: Partial<StuckRow>) =>
  renderToStaticMarkup(
    <StuckRows
      title="Not arrived"
      rows={[{ ...row, ...change }]}
      now={now}
      reader={{ locale: "en-GB", timeZone: "UTC" }}
    />,
  );

test("what waits says when it is next, and of a paused connection that it waits for that", () => {
  expect(said({})).toContain("2 tries so far, next at any moment.");
  const soon = new Date("2026-06-03T10:05:00Z");
  expect(said({ dueAt: soon })).toContain("2 tries so far, next today 10:05:00.");
  expect(said({ paused: true })).toContain("it waits until the connection is resumed.");
  expect(said({ paused: true })).not.toContain("next");
  expect(said({ paused: true, givenUp: true })).toContain("Given up after 2 tries.");
});
