import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bestTime } from "@/lib/platform/testing/best-time";
import { emailAddress } from "./email";

/**
 * Addresses with what we make of them and where each comes from. `typed` is a JSON string, so that
 * what cannot be seen can be read. The verdict is ours: whether this is a person's own address at
 * a company (C1.4), which is stricter than the RFCs and kinder than some of the sets.
 */
const [, ...lines] = readFileSync(new URL("./email-cases.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n");
const CASES = lines.map((line) => {
  const [typed = "", verdict = "", says = "", note = "", source = ""] = line.split("\t");
  return { typed: JSON.parse(typed) as string, verdict, says, note, source };
});

/** The worst thing there is to say of an address, and what it is read as. */
function ours(typed: string): { verdict: string; says: string } {
  const answer = emailAddress(typed);
  if (!answer.ok) return { verdict: "refused", says: answer.reason };
  const kinds = [
    answer.placeholder && "placeholder",
    answer.disposable && "disposable",
    answer.role && "role",
    answer.freeMail && "free",
  ];
  return { verdict: kinds.find(Boolean) || "direct", says: answer.address };
}

describe("C1.4 email addresses from public sets", () => {
  it("are 300 and more, each once, each with its source", () => {
    expect(CASES.length).toBeGreaterThanOrEqual(300);
    expect(new Set(CASES.map(({ typed }) => typed)).size).toBe(CASES.length);
    expect(CASES.filter(({ source, note }) => source === "" || note === "")).toEqual([]);
  });

  it.each(CASES)("$typed: $verdict ($note; $source)", ({ typed, verdict, says }) => {
    expect(ours(typed)).toEqual({ verdict, says });
  });

  it("C1.4 reads 100 kB of text at once, as too long", () => {
    const read = () => {
      expect(ours(`${"a".repeat(100_000)}@nordlys.example`).verdict).toBe("refused");
      expect(ours(`a@${"b.".repeat(50_000)}example`).verdict).toBe("refused");
    };
    expect(bestTime(5, read)).toBeLessThan(1_000);
  });
});
