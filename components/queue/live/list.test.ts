import { describe, expect, it } from "vitest";
import type { QueueLine } from "../queue-line";
import { beginList, type LiveList, withFirst, withMore, withNews } from "./list";
import type { QueueNews } from "./news";

const line = (leadId: string, change: Partial<QueueLine> = {}): QueueLine => ({
  id: leadId,
  leadId,
  name: leadId,
  jobTitle: "",
  companyName: "",
  trigger: "",
  tier: 1,
  trend: null,
  corrected: false,
  timeZone: null,
  score: "80",
  by: "",
  marks: "ccccc",
  clock: { secondsLeft: 300 },
  decided: null,
  ...change,
});
const query = { cursor: "1" };
const list = (ids: string, total = ids.length, held = query) =>
  beginList(
    [...ids].map((id) => line(id)),
    total,
    held,
  );
const more = (known: LiveList, ids: string) =>
  withMore(
    known,
    [...ids].map((id) => line(id)),
    known,
  );
const order = ({ lines }: LiveList) => lines.map(({ leadId }) => leadId).join("");

function news(rows: Partial<QueueNews["rows"][number]>[], gone: string[] = []): QueueNews {
  const whole = rows.map((row) => ({
    line: line("x"),
    shown: true,
    isNew: true,
    place: null,
    ...row,
  }));
  return { rows: whole, gone, query };
}
const at = (previous: string | null, next: string | null) => ({ at: 1, of: 9, previous, next });

describe("Q.1 a list that one works through", () => {
  it.each([
    ["after the one it follows", at("b", "c"), "abxcd"],
    ["before the one that follows it, where the other is not there", at("?", "c"), "abxcd"],
    ["first", at(null, "a"), "xabcd"],
    ["last", at("d", null), "abcdx"],
  ])("takes in what arrives %s", (_, place, expected) => {
    const next = withNews(list("abcd"), news([{ place }]));
    expect(order(next)).toBe(expected);
    expect(next.lines.find(({ leadId }) => leadId === "x")).toMatchObject({ fresh: true, query });
  });

  it("calls nothing new that only comes back, such as what was taken back", () => {
    const next = withNews(list("abcd"), news([{ place: at("b", "c"), isNew: false }]));
    expect(order(next)).toBe("abxcd");
    expect(next.lines[2]?.fresh).toBe(false);
  });

  it.each(["xyz", "yxz", "zyx", "yzx"])("takes in several at once, told of as %s", (told) => {
    const places = { x: at(null, "y"), y: at("x", "z"), z: at("y", "a") };
    const rows = [...told].map((id) => ({
      line: line(id),
      place: places[id as keyof typeof places],
    }));
    expect(order(withNews(list("ab", 40), news(rows)))).toBe("xyzab");
  });

  it("keeps what arrives further down until one has come there", () => {
    const waiting = withNews(list("ab", 4), news([{ place: at("c", "d") }]));
    expect(order(waiting)).toBe("ab");
    expect(order(more(waiting, "cd"))).toBe("abcxd");
  });

  it("leaves nothing out at its end, whoever the neighbours were", () => {
    const waiting = withNews(list("ab", 4), news([{ place: at("?", "!") }]));
    expect(order(more(waiting, ""))).toBe("abx");
  });

  it("changes words in place: what was tried, decided or given away stays where it was", () => {
    const tried = line("c", { clock: { words: "tried in 1:00", tone: "faint" } });
    const next = withNews(list("abcd"), news([{ line: tried, place: at("d", null) }], ["b"]));
    expect(order(next)).toBe("abcd");
    expect(next.lines[2]?.clock).toEqual(tried.clock);
    expect(next.lines.map(({ moved }) => moved ?? false)).toEqual([false, true, false, false]);
    expect(withNews(next, news([{ line: line("b") }])).lines[1]?.moved).toBe(false);
  });

  it("ignores what is in no list of its filters, and what it never showed", () => {
    expect(order(withNews(list("ab"), news([{ shown: false }], ["y"])))).toBe("ab");
  });

  it("forgets what was given away before one came there", () => {
    const waiting = withNews(list("ab", 4), news([{ place: at("c", "d") }]));
    expect(order(more(withNews(waiting, news([], ["x"])), "c"))).toBe("abc");
  });

  it("takes each lead once, where lists overlap", () => {
    const next = more(withNews(list("ab", 4), news([{ place: at("b", "c") }])), "bx");
    expect(order(next)).toBe("abx");
    expect(next.taken).toBe(4);
  });

  it("takes nothing that was asked for by a list before it, nor the same rows twice", () => {
    const before = list("ab", 6);
    const anew = list("xy", 6, { cursor: "2" });
    expect(order(withMore(anew, [line("c")], before))).toBe("xy");
    const longer = more(before, "cd");
    const further = withMore(
      longer,
      [..."cde"].map((id) => line(id)),
      before,
    );
    expect(order(further)).toBe("abcde");
    expect(further.taken).toBe(5);
    expect(order(more(withMore(further, [line("c")], before), "f"))).toBe("abcdef");
  });

  it("says no longer that there is a reason not to call, once it is decided on", () => {
    const warned = beginList([line("a", { warned: "customer" })], 1, query);
    const decided = { accepted: true, words: "", exact: "", reason: null };
    const next = withNews(warned, news([{ line: line("a", { decided }) }]));
    expect(next.lines[0]?.warned).toBeUndefined();
    expect(withNews(warned, news([], ["a"])).lines[0]?.warned).toBe("customer");
  });

  it("brings itself up to date from the first rows where nobody told", () => {
    const first = [line("b", { score: "90" }), line("x"), line("c")];
    const next = withFirst(list("abcd"), first, query);
    expect(order(next)).toBe("abxcd");
    expect(next.lines[1]?.score).toBe("90");
  });
});
