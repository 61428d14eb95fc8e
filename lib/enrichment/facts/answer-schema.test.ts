import { expect, it } from "vitest";
import { flag } from "./answer-schema";

it.each([
  ["Yes", true],
  ["false", false],
  [true, true],
  ["maybe", null],
  ["constructor", null],
  ["__proto__", null],
  [undefined, undefined],
])("a yes or no that is told as %s", (told, read) => expect(flag.parse(told)).toBe(read));
