import { Tooltip } from "../ui/tooltip";

type ExplainedProps = { words: string; label: string; children: readonly string[] };

/** Words that stand for a list: it comes up on hover, focus and tap, and is read aloud. */
export function Explained({ words, label, children }: ExplainedProps) {
  return (
    <Tooltip
      lines={children}
      label={label}
      className="explained underline decoration-line-strong decoration-dotted"
    >
      {words}
    </Tooltip>
  );
}
