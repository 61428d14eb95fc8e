import { Bar } from "./bar";
import { classNames } from "./class-names";

type ClockTone = "calm" | "soon" | "late";

type ClockProps = {
  /** "3:12", or "−0:48" past the end. */
  text: string;
  /** The share of time left, 0 to 1; leave it out where there is no room for a bar. */
  left?: number | undefined;
  tone: ClockTone;
  /** Read aloud instead of the bare digits: "3 min 12 s left to call". */
  label?: string;
};

/** Never colour alone: what is soon says so, what is late counts below nothing. */
const words: Record<ClockTone, string> = {
  calm: "text-ink",
  soon: "text-warn after:ml-1.5 after:text-small after:font-medium after:content-['soon']",
  late: "text-bad",
};

/** The face of a running window (Q.2). Quiet until it is soon or late. */
export function Clock({ text, left, tone, label = text }: ClockProps) {
  const look = classNames("num text-reading/5 font-semibold whitespace-nowrap", words[tone]);
  if (left === undefined) {
    return (
      <span role="timer" aria-label={label} className={look}>
        {text}
      </span>
    );
  }
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <span className="w-[84px]">
        <Bar thin ratio={left} tone={tone === "soon" ? "warn" : "accent"} />
      </span>
      <span aria-hidden="true" className={look}>
        {text}
      </span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
