import { expect, it } from "vitest";
import { CATEGORIES } from "./categories";

it("C3 no field's name states a number of days, since an admin may set others", () => {
  const labels = CATEGORIES.flatMap(({ fields }) => fields.map(({ label }) => label));
  expect(labels.filter((label) => /\d|days/.test(label))).toEqual([]);
});
