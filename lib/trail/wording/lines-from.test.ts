import { expect, it } from "vitest";
import { linesFrom } from "./lines-from";

it("C3.8 says lines and activities apart, since a line stands for several", () => {
  expect(linesFrom(3, 1_234, "en-GB")).toBe("3 lines from 1,234 activities");
  expect(linesFrom(1, 1, "en-GB")).toBe("1 line from 1 activity");
});
