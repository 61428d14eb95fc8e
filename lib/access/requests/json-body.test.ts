import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonOf } from "./json-body";

const bytes = (text: string) => Buffer.from(text);
const isKept = (text: string) => text.isWellFormed() && !text.includes("\0");

describe("texts of a body that can be kept as they are", () => {
  it("are promised for no body in which one cannot", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("\0", "\ud800", "\udc00x"),
    );
    fc.assert(
      fc.property(fc.dictionary(text, text), (body) => {
        const read = jsonOf(bytes(JSON.stringify(body)));
        expect(read).toMatchObject({ ok: true, value: body });
        if (read.ok && read.storable) expect(Object.entries(body).flat().every(isKept)).toBe(true);
      }),
    );
  });

  it("are promised for usual ones, and not where a sign is escaped by its number", () => {
    expect(jsonOf(bytes('{"name":"Ingrid Sölberg 🙂 \\"I\\""}'))).toMatchObject({ storable: true });
    expect(jsonOf(bytes('{"name":"a\\u0000b"}'))).toMatchObject({ storable: false });
    expect(jsonOf(bytes('{"a\\ud800b":1}'))).toMatchObject({ storable: false });
  });

  it("come in no other way: a bare NUL is no JSON, and half a pair no UTF-8", () => {
    expect(jsonOf(bytes('{"name":"a\0b"}'))).toMatchObject({ ok: false });
    const half = Buffer.concat([bytes('"'), Buffer.from([0xed, 0xa0, 0x80]), bytes('"')]);
    expect(jsonOf(half)).toMatchObject({ ok: false });
  });
});
