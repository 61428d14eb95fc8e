/** JSON nested deeper than this says nothing that we read, and could exhaust the stack. */
export const DEEPEST = 64;

type JsonAnswer = { ok: true; value: unknown } | { ok: false; reason: string };

/**
 * Parses JSON, or says where it stops being JSON. Refuses text that is nested deeper than
 * `DEEPEST`, so that nothing behind it needs to fear recursion.
 */
export function parseJson(text: string): JsonAnswer {
  if (text.trim() === "") return { ok: false, reason: "The body is empty; it should be JSON." };
  try {
    const value: unknown = JSON.parse(text);
    return isDeeper(value, DEEPEST) ? { ok: false, reason: tooDeep(text) } : { ok: true, value };
  } catch (error) {
    if (tooDeepAt(text) < text.length) return { ok: false, reason: tooDeep(text) };
    const at = place(text, positionOf(error, text) ?? brokenAt(text));
    return { ok: false, reason: `The body is not valid JSON: it breaks at ${at}.` };
  }
}

const tooDeep = (text: string) =>
  `The JSON is nested deeper than ${DEEPEST} levels at ${place(text, tooDeepAt(text))}.`;

/** The parser itself goes as deep as the text does without a stack, and faster than its signs are counted. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) return value.some((inner) => isDeeper(inner, levels - 1));
  for (const key in value) if (isDeeper((value as Keyed)[key], levels - 1)) return true;
  return false;
}
type Keyed = Record<string, unknown>;

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [LIST, LIST_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Where its nesting gets too deep; its length where it does not. */
function tooDeepAt(text: string): number {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const sign = text.charCodeAt(index);
    if (sign === BACKSLASH && quoted) index++;
    else if (sign === QUOTE) quoted = !quoted;
    else if (quoted) continue;
    else if (sign === LIST || sign === OBJECT) depth++;
    else if (sign === LIST_END || sign === OBJECT_END) depth--;
    if (depth > DEEPEST) return index;
  }
  return text.length;
}

/** V8 tells the position in most of its messages. */
function positionOf(error: unknown, text: string): number | null {
  const message = error instanceof Error ? error.message : "";
  if (message.includes("Unexpected end")) return text.length;
  const found = / at position (\d+)/.exec(message)?.[1];
  return found === undefined ? null : Number(found);
}

/** Where it does not: the end of the longest beginning that could still go on as JSON. */
function brokenAt(text: string): number {
  let viable = 0;
  let broken = text.length;
  while (broken - viable > 1) {
    const middle = Math.floor((viable + broken) / 2);
    if (couldGoOn(text.slice(0, middle))) viable = middle;
    else broken = middle;
  }
  return viable;
}

function couldGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const at = positionOf(error, beginning);
    return at !== null && at >= beginning.length;
  }
}

function place(text: string, position: number): string {
  const before = text.slice(0, position);
  const line = before.split("\n").length;
  return `line ${line}, column ${position - before.lastIndexOf("\n")}`;
}
