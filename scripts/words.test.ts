import { parseArgs } from "node:util";
import { expect, test } from "vitest";
import { sizeAsked } from "./bench/size";
import { explained } from "./words";

const USAGE = "npm run seed [-- --leads N --activities M]";
const read = (args: string[]) => () =>
  explained(USAGE, () => parseArgs({ args, options: { leads: { type: "string" } } }));

test.each([
  [["--bogus"], `Unknown option '--bogus'.\n${USAGE}`],
  [["--leads", "-5"], `Option '--leads' argument is ambiguous.\n${USAGE}`],
  [["--leads"], `Option '--leads <value>' argument missing.\n${USAGE}`],
  [["extra"], `Unexpected argument 'extra'.\n${USAGE}`],
])("%j is answered in words, with how the command is written", (args, words) => {
  expect(read(args)).toThrow(expect.objectContaining({ name: "Explained", message: words }));
});

test("what is understood is read", () => {
  expect(read(["--leads", "7"])().values.leads).toBe("7");
  expect(sizeAsked(["--full"]).name).toBe("full");
  expect(() => sizeAsked(["--fast"])).toThrow("npm run bench");
});
