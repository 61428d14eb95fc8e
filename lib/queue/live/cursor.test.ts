import { describe, expect, it } from "vitest";
import { cursorText, parseCursor, REMEMBERED_MS } from "./cursor";

const now = new Date("2026-06-03T10:00:00Z");
const at = now.getTime() - 1_000;

describe("a cursor", () => {
  it.each([`${at}~10:20:`, `${at}~10:20:10,12,19`, `${at}~10:10:`])("comes back: %s", (text) => {
    const cursor = parseCursor(text, now);
    expect(cursor && cursorText(cursor)).toBe(text);
  });

  it.each([
    ["nothing", null],
    ["words", "soon"],
    ["a moment alone", `${at}`],
    ["a snapshot that ends before it begins", `${at}~20:10:`],
    ["transactions out of order", `${at}~10:20:15,12`],
    ["a transaction past the end", `${at}~10:20:20`],
    ["a snapshot of nothing", `${at}~0:20:`],
    ["SQL", `${at}~10:20:'; drop table lead`],
    ["what is forgotten", `${now.getTime() - REMEMBERED_MS - 1}~10:20:`],
  ])("is not made of %s", (_, text) => {
    expect(parseCursor(text, now)).toBeNull();
  });
});
