import { TRAIL_MAX } from "@/lib/standard/behavioral-trail";
import type { TrailChoices } from "../curation/curation";
import { NO_EDITS, type TrailEdits } from "./edits";
import type { TrailLine } from "./line";

/** One thing that a person does to a line of the trail, known by its key. */
export type TrailEdit =
  | { do: "pin" | "unpin" | "drop" | "take back" | "split" | "reset words"; key: string }
  | { do: "reword"; key: string; text: string }
  /** `to` is its place in the trail from then on, 0 being the first. */
  | { do: "move"; key: string; to: number }
  | { do: "merge"; key: string; into: string }
  | { do: "reset" };

/** What is seen of the trail while it is edited. */
type Seen = TrailChoices & { edits: TrailEdits };
type Refusal = { refusal: string };

const GONE: Refusal = { refusal: "This line is not in the trail any more. Load the page again." };
const FULL: Refusal = { refusal: `All ${TRAIL_MAX} lines are pinned. Unpin one first.` };

const without = <T extends { key: string }>(list: readonly T[], key: string) =>
  list.filter((one) => one.key !== key);
const lacking = (keys: readonly string[], ...gone: string[]) =>
  keys.filter((key) => !gone.includes(key));

function pin(key: string, { edits, lines }: Seen): TrailEdits | Refusal {
  if (edits.pinned.includes(key)) return edits;
  if (lines.filter(({ pinned }) => pinned).length >= TRAIL_MAX) return FULL;
  return { ...edits, pinned: [...edits.pinned, key], dropped: without(edits.dropped, key) };
}

/** Through the newest of its activities, so that it stays out until the lead does it again. */
function drop({ key, newestAt }: TrailLine, { edits }: Seen): TrailEdits {
  return {
    ...edits,
    pinned: lacking(edits.pinned, key),
    order: lacking(edits.order, key),
    dropped: [...without(edits.dropped, key), { key, through: newestAt }],
  };
}

/** A person who words a line wants it told: it is pinned as well. */
function reword(line: TrailLine, text: string, seen: Seen): TrailEdits | Refusal {
  const pinned = pin(line.key, seen);
  if ("refusal" in pinned) return pinned;
  const others = without(pinned.reworded, line.key);
  if (text === line.ruleText) return { ...pinned, reworded: others };
  return { ...pinned, reworded: [...others, { key: line.key, parts: line.parts, text }] };
}

function move({ key }: TrailLine, to: number, { edits, lines }: Seen): TrailEdits {
  const others = lacking(
    lines.map((line) => line.key),
    key,
  );
  return { ...edits, order: others.toSpliced(Math.min(to, others.length), 0, key) };
}

const partsOf = (key: string, { merged }: TrailEdits) =>
  merged.find(([first]) => first === key) ?? [key];

/** The merged line has the key of the one it went into, and is pinned: somebody made it. */
function merge(line: TrailLine, into: TrailLine, seen: Seen): TrailEdits | Refusal {
  if (line.key === into.key) return seen.edits;
  const { edits } = seen;
  const whole = [...partsOf(into.key, edits), ...partsOf(line.key, edits)];
  const others = edits.merged.filter(([key]) => key !== line.key && key !== into.key);
  return {
    pinned: [...lacking(edits.pinned, line.key, into.key), into.key],
    dropped: without(edits.dropped, line.key),
    reworded: without(without(edits.reworded, line.key), into.key),
    merged: [...others, whole],
    order: lacking(edits.order, line.key),
  };
}

/** Its parts stand by themselves again, pinned as far as there is room for them. */
function split({ key, parts }: TrailLine, { edits, lines }: Seen): TrailEdits {
  const room = TRAIL_MAX - lines.filter(({ pinned }) => pinned).length;
  const kept = edits.pinned.includes(key) ? parts.filter((part) => part !== key) : [];
  return {
    ...edits,
    pinned: [...edits.pinned, ...kept.slice(0, room)],
    merged: edits.merged.filter(([first]) => first !== key),
    reworded: without(edits.reworded, key),
  };
}

/**
 * The edits after one more, or why not. Pure: `seen` is the trail as it stands, and what is not in
 * it can be pinned, taken back or merged, but not moved.
 */
export function edited(edit: TrailEdit, seen: Seen): TrailEdits | Refusal {
  if (edit.do === "reset") return NO_EDITS;
  const all = [...seen.lines, ...seen.others, ...seen.dropped];
  const lineOf = (key: string) => all.find((line) => line.key === key);
  const line = lineOf(edit.key);
  if (!line) return GONE;
  const { edits } = seen;
  switch (edit.do) {
    case "pin":
      return pin(line.key, seen);
    case "unpin":
      return { ...edits, pinned: lacking(edits.pinned, line.key) };
    case "drop":
      return drop(line, seen);
    case "take back":
      return { ...edits, dropped: without(edits.dropped, line.key) };
    case "reword":
      return reword(line, edit.text, seen);
    case "reset words":
      return { ...edits, reworded: without(edits.reworded, line.key) };
    case "move":
      return move(line, edit.to, seen);
    case "split":
      return split(line, seen);
    case "merge": {
      const into = lineOf(edit.into);
      return into ? merge(line, into, seen) : GONE;
    }
  }
}
