import { describe, expect, it } from "vitest";
import { fingerprintOf, idempotencyKeyOf } from "./key";

const of = (key?: string) => idempotencyKeyOf(new Headers(key ? { "Idempotency-Key": key } : {}));

describe("Idempotency-Key", () => {
  it.each([
    ['"8e03978e-40d5"', "8e03978e-40d5"],
    ["8e03978e-40d5", "8e03978e-40d5"],
    ['"a \\"b\\" c"', 'a "b" c'],
  ])("reads %s", (given, key) => expect(of(given)).toEqual({ ok: true, key }));

  it("may be left out", () => expect(of()).toEqual({ ok: true, key: null }));

  it.each([
    ['""', "is empty"],
    ["x".repeat(256), "is longer than 255 characters"],
  ])("refuses %s", (given, reason) => expect(of(given)).toEqual({ ok: false, reason }));

  it("goes with a request by method, address and every byte", () => {
    const request = (url: string, method = "POST") =>
      new Request(`http://b.test${url}`, { method });
    const body = Buffer.from("{}");
    const one = fingerprintOf(request("/a"), body);
    expect(fingerprintOf(request("/a"), body)).toBe(one);
    expect(fingerprintOf(request("/b"), body)).not.toBe(one);
    expect(fingerprintOf(request("/a?x=1"), body)).not.toBe(one);
    expect(fingerprintOf(request("/a", "PUT"), body)).not.toBe(one);
    expect(fingerprintOf(request("/a"), Buffer.from("{ }"))).not.toBe(one);
  });
});
