import { writeFileSync } from "node:fs";

/**
 * Next writes this file when it builds, and has it name types of that one build, which is gone
 * with it. Without those it is the same for every state of the source.
 */
export function nameNextTypes(): void {
  const names = ["next", "next/image-types/global"];
  const text = names.map((name) => `/// <reference types="${name}" />\n`).join("");
  writeFileSync("next-env.d.ts", text);
}
