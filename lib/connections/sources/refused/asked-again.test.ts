import { expect, it } from "vitest";
import { HOUR } from "@/lib/platform/durations";
import { askedAgain } from "./asked-again";

const first = new Date("2026-06-03T10:00:00Z");

it("K.5 what is refused is asked for after an hour, then after twice as long each time, for a week", () => {
  const hours: number[] = [];
  for (let at: Date | null = first; at; at = askedAgain(first, at))
    hours.push((at.getTime() - first.getTime()) / HOUR);
  expect(hours).toEqual([0, 1, 2, 4, 8, 16, 32, 64, 128]);
});
