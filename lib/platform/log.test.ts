import { expect, test } from "vitest";
import { createLog } from "./log";

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

test("a line below the level is not written", () => {
  expect(written((log) => log.debug("detail"))).toBe("");
});
