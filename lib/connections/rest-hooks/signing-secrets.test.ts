import { describe, expect, it } from "vitest";
import { signingSecrets, withNewSecret } from "./signing-secrets";

const now = new Date("2026-06-03T10:00:00Z");
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const first = { signingSecret: "one" };

function renewed(kept: Record<string, string>, fresh: string, hours: number, at = now) {
  const made = withNewSecret(kept, fresh, hours, at);
  if (!made) throw new Error("As many sign as may.");
  return made;
}

describe("the secrets of a hook", () => {
  it("sign both for as long as it was said, the new one first, and then the new one alone", () => {
    const { secrets, earlierUntil } = renewed(first, "two", 24);
    expect(earlierUntil).toEqual(later(24));
    expect(signingSecrets(secrets, later(23.9))).toEqual(["two", "one"]);
    expect(signingSecrets(secrets, later(24))).toEqual(["two"]);
  });

  it("end at once, with all before, where one got into the wrong hands", () => {
    const { secrets } = renewed(first, "two", 24);
    const made = renewed(secrets, "three", 0);
    expect(made.earlierUntil).toBeNull();
    expect(signingSecrets(made.secrets, now)).toEqual(["three"]);
  });

  it("are three at most, and one more once the first has ended", () => {
    const second = renewed(first, "two", 24).secrets;
    const third = renewed(second, "three", 1, later(1));
    expect(signingSecrets(third.secrets, later(1))).toEqual(["three", "two", "one"]);
    expect(third.earlierUntil).toEqual(later(24));
    expect(withNewSecret(third.secrets, "four", 24, later(1))).toBeNull();
    const fourth = renewed(third.secrets, "four", 24, later(3)).secrets;
    expect(signingSecrets(fourth, later(3))).toEqual(["four", "three", "one"]);
  });

  it("are none where none is kept", () => {
    expect(signingSecrets({}, now)).toEqual([]);
  });
});
