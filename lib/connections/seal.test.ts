import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seal, Unreadable, unseal } from "./seal";

const MASTER = "m".repeat(32);
const id = randomUUID();

describe("K.5 a secret at rest", () => {
  it("opens as the same text, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const given = text.toWellFormed();
        expect(unseal(seal(given, id, MASTER), id, MASTER)).toBe(given);
      }),
    );
  });

  it("looks different each time, and never like the text", () => {
    const one = seal("sk_live_123456789", id, MASTER);
    expect(seal("sk_live_123456789", id, MASTER)).not.toBe(one);
    expect(Buffer.from(one, "base64url").toString("latin1")).not.toContain("sk_live");
  });

  it("cannot be opened once any one bit of it was changed", () => {
    const bytes = Buffer.from(seal("sk_live_123456789", id, MASTER), "base64url");
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => unseal(changed.toString("base64url"), id, MASTER)).toThrow(Unreadable);
    }
  });

  it("cannot be opened when cut short", () => {
    const whole = Buffer.from(seal("sk", id, MASTER), "base64url");
    for (let length = 0; length < whole.length; length += 1) {
      const cut = whole.subarray(0, length).toString("base64url");
      expect(() => unseal(cut, id, MASTER)).toThrow(Unreadable);
    }
  });

  it("cannot be opened under another master, nor in another connection's row", () => {
    const sealed = seal("sk_live_123456789", id, MASTER);
    expect(() => unseal(sealed, id, "n".repeat(32))).toThrow(Unreadable);
    expect(() => unseal(sealed, randomUUID(), MASTER)).toThrow(Unreadable);
  });

  it("says nothing of the secret when it fails", () => {
    const failure = (() => {
      try {
        return unseal(seal("sk_live_123456789", id, MASTER), id, "n".repeat(32));
      } catch (error) {
        return error;
      }
    })();
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain("sk_live");
  });
});
