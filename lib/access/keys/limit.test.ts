import { describe, expect, it } from "vitest";
import { LIMIT, limitHeaders, spend, type Window } from "./limit";

const three = { requests: 3, seconds: 60 };

describe("the requests of one key", () => {
  it("are counted in a window, and one too many says when it ends", () => {
    let window: Window | undefined;
    const ask = (at: number) => {
      const answer = spend(window, at, three);
      window = answer.window;
      return answer.spent;
    };
    expect(ask(1_000)).toEqual({ ok: true, remaining: 2, resetsIn: 60 });
    expect(ask(31_500)).toEqual({ ok: true, remaining: 1, resetsIn: 30 });
    expect(ask(32_000)).toMatchObject({ ok: true, remaining: 0 });
    expect(ask(60_999)).toEqual({ ok: false, remaining: 0, resetsIn: 1 });
    expect(ask(61_000)).toEqual({ ok: true, remaining: 2, resetsIn: 60 });
  });

  it("begin anew where the clock was put back", () => {
    const { spent } = spend({ since: 90_000, requests: 3 }, 1_000, three);
    expect(spent).toEqual({ ok: true, remaining: 2, resetsIn: 60 });
  });

  it("are told as structured fields, with Retry-After only where it is too many", () => {
    expect(limitHeaders({ ok: true, remaining: 7, resetsIn: 12 })).toEqual({
      "RateLimit-Policy": `"key";q=${LIMIT.requests};w=60`,
      RateLimit: '"key";r=7;t=12',
    });
    expect(limitHeaders({ ok: false, remaining: 0, resetsIn: 12 })).toMatchObject({
      "Retry-After": "12",
    });
  });
});
