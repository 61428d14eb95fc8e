import { describe, expect, it } from "vitest";
import { NOTICE_KIND_NAMES, type NoticeKind } from "./kinds";
import { type Facts, messageOf } from "./message";

/** 14:29 in Stockholm. */
const WEDNESDAY = new Date("2026-06-03T12:29:00Z");
const reader = {
  name: "Amara Lindqvist",
  email: "amara@baton.example",
  locale: "en-GB",
  timeZone: "Europe/Stockholm",
};
const facts: Facts = {
  leadId: "7",
  name: "Ingrid Solberg",
  companyName: "Nordlys Logistics",
  trigger: "Asked for a demo today",
  owner: "Amara Lindqvist",
  nextOwner: null,
  fieldId: "C1.5",
  clock: {
    window: { state: "running", leftMs: 245_000, startsAt: null },
    end: new Date("2026-06-03T12:33:00Z"),
  },
};
const told = (kind: NoticeKind, rest: Partial<Facts> = {}) =>
  messageOf(kind, { ...facts, ...rest }, reader, {
    ...{ id: "d", base: "https://baton.example", at: WEDNESDAY },
  });

describe("what a person is told", () => {
  it("of a new lead is who, why, how long, and the way there", () => {
    expect(told("new_lead")).toMatchObject({
      title: "New lead: Ingrid Solberg, Nordlys Logistics",
      lines: ["Asked for a demo today", "4 min left, until 14:33"],
      link: { url: "https://baton.example/leads/7" },
    });
  });

  it("is in their own time", () => {
    const { lines } = messageOf(
      "warning",
      facts,
      { ...reader, timeZone: "America/New_York" },
      { id: "d", base: "", at: WEDNESDAY },
    );
    expect(lines[0]).toBe("4 min left, until 08:33");
  });

  it("says when the clock goes on for who does not work now", () => {
    const from = (startsAt: Date) => {
      const window = { state: "running", leftMs: 300_000, startsAt };
      const clock = { window, end: new Date(startsAt.getTime() + 300_000) } as Facts["clock"];
      return told("new_lead", { clock }).lines[1];
    };
    expect(from(new Date("2026-06-03T15:00Z"))).toBe("5 min from 17:00 on");
    // Over a weekend the hour alone would be read as tomorrow's.
    expect(from(new Date("2026-06-08T07:00Z"))).toBe("5 min from Mon 09:00 on");
    expect(from(new Date("2026-06-22T07:00Z"))).toBe("5 min from 22 Jun on");
  });

  it("names the day of an end that is not today's", () => {
    const clock = (window: object, end: string) =>
      ({ window: { startsAt: null, ...window }, end: new Date(end) }) as Facts["clock"];
    const running = clock({ state: "running", leftMs: 300_000 }, "2026-06-08T07:03Z");
    expect(told("new_lead", { clock: running }).lines[1]).toBe("5 min left, until Mon 09:03");
    const late = clock({ state: "late", overMs: 600_000 }, "2026-06-01T15:28Z");
    expect(told("escalation", { clock: late }).lines[1]).toBe("10 min late, due on Mon at 17:28");
    const long = clock({ state: "late", overMs: 600_000 }, "2026-05-20T15:28Z");
    expect(told("escalation", { clock: long }).lines[1]).toBe("10 min late, due on 20 May");
  });

  it("of an escalation is who has it, and how late it is", () => {
    const clock = {
      window: { state: "late", overMs: 180_000, startsAt: null },
      end: facts.clock?.end as Date,
    };
    expect(told("escalation", { clock: clock as Facts["clock"] }).lines).toEqual([
      "With Amara Lindqvist",
      "3 min late, due at 14:33",
      "Asked for a demo today",
    ]);
  });

  it("of a wrong field is which one, and the way to mend it", () => {
    const { lines, link } = told("field_wrong");
    expect(lines).toEqual(["Direct phone, which you filled, is said to be wrong."]);
    expect(link.url).toBe("https://baton.example/ops/7");
  });

  it.each(NOTICE_KIND_NAMES)("is one line each, however a lead is called: %s", (kind) => {
    const name = `Eve\r\nBcc: x@y.example \u202e${"long ".repeat(100)}`;
    const { title, lines } = told(kind, { name, companyName: "A\tB", trigger: name });
    for (const line of [title, ...lines]) expect(line).not.toMatch(/[\r\n\t\u202e]/);
    expect(title.length).toBeLessThan(200);
  });

  const ofLeads = NOTICE_KIND_NAMES.filter((kind) => kind !== "monthly_summary");
  it.each(ofLeads)("says something where nothing is known: %s", (kind) => {
    const nothing = { name: "", companyName: "", trigger: null, owner: null, fieldId: null };
    expect(told(kind, { ...nothing, clock: null }).title).toMatch(/A lead$/);
  });

  it("of a month is what was written down when it was over, and the way to the trends", () => {
    const words = ["Completeness in Oct 2026", "312 handoffs; 284 in Sept 2026."];
    expect(told("monthly_summary", { leadId: null, words })).toMatchObject({
      ...{ title: words[0], lines: [words[1]] },
      link: { url: "https://baton.example/audit/trends?per=month" },
    });
    expect(told("monthly_summary", { leadId: null, words: null }).title).toBe(
      "The month in numbers",
    );
  });
});
