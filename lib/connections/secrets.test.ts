import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Unreadable } from "./seal";
import { openSecrets, resealed, sealSecrets } from "./secrets";

const id = randomUUID();
const before = { BATON_SECRET: "a".repeat(32), BATON_SECRET_PREVIOUS: undefined };
const during = { BATON_SECRET: "b".repeat(32), BATON_SECRET_PREVIOUS: before.BATON_SECRET };
const after = { BATON_SECRET: during.BATON_SECRET, BATON_SECRET_PREVIOUS: undefined };
const secrets = { apiKey: "sk_live_123456789" };

describe("K.5 changing BATON_SECRET", () => {
  it("reads under the secret before, seals anew, and needs the one before no more", () => {
    const stored = sealSecrets(secrets, id, before);
    expect(() => openSecrets(stored, id, after)).toThrow(Unreadable);
    expect(openSecrets(stored, id, during)).toEqual(secrets);
    const anew = resealed(stored, id, during);
    expect(anew && openSecrets(anew, id, after)).toEqual(secrets);
  });

  it("leaves alone what is under the secret in force", () => {
    expect(resealed(sealSecrets(secrets, id, during), id, during)).toBeNull();
  });

  it("opens nothing under two secrets that are both wrong", () => {
    const stored = sealSecrets(secrets, id, { ...before, BATON_SECRET: "c".repeat(32) });
    expect(() => openSecrets(stored, id, during)).toThrow(Unreadable);
    expect(() => resealed(stored, id, during)).toThrow(Unreadable);
  });

  it("has no secrets where none are stored", () => {
    expect(openSecrets(null, id, after)).toEqual({});
  });
});
