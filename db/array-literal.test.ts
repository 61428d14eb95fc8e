import fc from "fast-check";
import { expect, test } from "vitest";
import { parseArray, writeArray } from "./array-literal";

test("reads what the server writes", () => {
  expect(parseArray('{a,"b, c",NULL,"NULL","say \\"hi\\"","back\\\\slash",""}')).toEqual([
    "a",
    "b, c",
    null,
    "NULL",
    'say "hi"',
    "back\\slash",
    "",
  ]);
  expect(parseArray("{}")).toEqual([]);
});

test("any list of texts comes back as it was", () => {
  const item = fc.oneof(fc.string({ unit: "binary" }), fc.constant(null));
  fc.assert(
    fc.property(fc.array(item), (list) => {
      expect(parseArray(writeArray(list))).toEqual(list);
    }),
  );
});
