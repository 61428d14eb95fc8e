import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { createLog } from "./log";
import { bestTime } from "./testing/best-time";

function written(write: (log: ReturnType<typeof createLog>) => void): string {
  let lines = "";
  write(
    createLog("info", {
      write: (line: string) => {
        lines += line;
      },
    }),
  );
  return lines;
}

test("each line is JSON with its level and time", () => {
  const line = JSON.parse(written((log) => log.info({ leadId: 7 }, "lead captured")));
  expect(line).toMatchObject({ level: 30, leadId: 7, msg: "lead captured", service: "baton" });
  expect(new Date(line.time).toISOString()).toBe(line.time);
});

test("credentials and addresses are hidden wherever they stand", () => {
  const lines = written((log) => {
    log.info({ headers: { authorization: "Bearer abc123", cookie: "session=xyz" } }, "request");
    log.info({ lead: { email: "ann@example.com" } }, "captured from bob@example.org");
    log.error(new Error('Key (email)=("eve@example.net") already exists'));
  });
  for (const secret of ["abc123", "xyz", "ann@", "bob@", "eve@", "example."])
    expect(lines).not.toContain(secret);
  for (const line of lines.trim().split("\n")) expect(line).toContain("[hidden]");
});

test.each([
  ["a", 40_000],
  ["a.", 40_000],
  ["@", 3_000],
  ["a@", 40_000],
])(
  "a line is searched in no more time than its length, whatever word it holds: %s",
  (part, length) => {
    const words = `Refused ${part.repeat(length / part.length)} of ann@example.com`;
    const told = () => expect(written((log) => log.warn(words))).not.toContain("ann@");
    // Milliseconds; a pattern that goes back over the word takes seconds.
    expect(bestTime(3, told)).toBeLessThan(1_000);
  },
);

test("what a statement was given is hidden, whatever it failed of", () => {
  const given = ["Ingrid Solberg", 'Says "call after\n    at six"', "+47 406 12 345"];
  const failed = new DrizzleQueryError("select $1, $2, $3", given, new Error("closed"));
  const lines = written((log) => {
    log.warn({ err: failed }, "not answered");
    log.error(failed);
    log.error({ err: new Error("around it", { cause: failed }) }, "not answered");
  });
  for (const secret of ["Ingrid", "call after", "six", "406"]) expect(lines).not.toContain(secret);
  for (const line of lines.trim().split("\n")) {
    expect(() => JSON.parse(line)).not.toThrow();
    expect(line).toContain("select $1, $2, $3");
    expect(line).toContain("closed");
  }
});

test("a line below the level is not written", () => {
  expect(written((log) => log.debug("detail"))).toBe("");
});
