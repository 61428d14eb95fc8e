import { expect, it } from "vitest";
import { type Entered, standing } from "./swaps";

const drawn = (id: string, name: string): Entered => ({
  ...{ id, name, replacesId: null, reason: null, words: null, by: null, at: null },
});
const at = new Date("2026-06-03T12:00:00Z");

it("A.1 tells every swap of a place, the first one first, of the lead that stands there", () => {
  const second = { reason: "test", words: null, by: "Helle", at } as const;
  const third = { reason: "other", words: "Asked us to wait.", by: "Jonas", at } as const;
  const rows = [
    drawn("a", "Ada"),
    { ...drawn("b", "Bo"), replacesId: "a", ...second },
    { ...drawn("c", "Cy"), replacesId: "b", ...third },
    drawn("d", "Di"),
  ];
  expect(standing(rows).map(({ row, swaps }) => [row.name, swaps])).toEqual([
    [
      "Cy",
      [
        { out: "Ada", ...second },
        { out: "Bo", ...third },
      ],
    ],
    ["Di", []],
  ]);
});
