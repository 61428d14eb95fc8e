import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

// Contrast as WCAG 2.2 defines it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
const css = readFileSync(new URL("./globals.css", import.meta.url), "utf8");
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }] as const,
  ),
);

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(front: string, back: string, theme: "light" | "dark"): number {
  const [bright = 0, dim = 0] = [front, back]
    .map((name) => luminance(tokens.get(name)?.[theme] ?? `no token ${name}`))
    .sort((one, other) => other - one);
  return (bright + 0.05) / (dim + 0.05);
}

const grounds = [
  "paper",
  "surface",
  "hover",
  "line",
  "accent-wash",
  "warn-wash",
  "bad-wash",
  "mark",
];
const inks = ["ink", "soft", "faint", "accent", "good", "warn", "bad"];

describe.each(["light", "dark"] as const)("the %s theme", (theme) => {
  const pairs = inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const));

  it.each(pairs)("reads %s on %s at 4.5 to 1 or better", (ink, ground) => {
    expect(contrast(ink, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ["accent-ink", "accent"],
    ["accent-ink", "accent-strong"],
    ["bad-ink", "bad"],
    ["bad-ink", "bad-strong"],
    ["paper", "ink"],
  ])("reads %s on the filled %s", (ink, ground) => {
    expect(contrast(ink, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["paper", "surface"])("draws the edge of a control on %s at 3 to 1", (ground) => {
    expect(contrast("control", ground, theme)).toBeGreaterThanOrEqual(3);
  });
});
