import { Tooltip } from "../ui/tooltip";

type ExplainedProps = { words: string; label: string; children: readonly string[] };

/** Words that stand for a list: it comes up on hover, focus and tap, and is read aloud. */
export function Explained({ words, label, children }: ExplainedProps) {
  return (
    <Tooltip
      lines={children}
      label={label}
      // The padding makes the target 24 px high; the margin takes the room back from the line.
      className="-my-1 cursor-help py-1 underline decoration-line-strong decoration-dotted underline-offset-3"
    >
      {words}
    </Tooltip>
  );
}
