"use client";

import { Fold } from "../../ui/fold";
import { Section } from "../../ui/section";
import { Time } from "../../ui/time";
import type { SinceWords } from "../words/since";

/** As many lines as fit; the others are a press away. */
export const SHOWN = 3;
/** Characters that a line of the page has room for. */
const ONE_LINE = 80;

function Lines({ lines }: { lines: readonly SinceWords[] }) {
  return (
    <ul className="text-small">
      {lines.map(({ text, at, exact, age }) => (
        // One screen has room for a line each; whole on hover, on a phone and to a screen reader.
        <li
          key={text + at}
          title={text.length > ONE_LINE ? text : undefined}
          className="py-0.5 wrap-anywhere roomy:flex roomy:gap-2"
        >
          <span className="roomy:min-w-0 roomy:truncate">{text}</span>{" "}
          <Time at={at} exact={exact} className="text-faint roomy:shrink-0">
            {age}
          </Time>
        </li>
      ))}
    </ul>
  );
}

/** What came after, beside the snapshot and never in it (G.7). */
export function SinceHandoff({ lines }: { lines: readonly SinceWords[] }) {
  const rest = lines.slice(SHOWN);
  return (
    <Section title="Since the handoff">
      {lines.length === 0 ? (
        <p className="text-small text-faint">Nothing new yet.</p>
      ) : (
        <Lines lines={lines.slice(0, SHOWN)} />
      )}
      {rest.length > 0 && (
        <Fold
          more={`${rest.length} more`}
          less="Fewer"
          className="min-h-6 cursor-pointer pointer-coarse:py-2.5 text-small/6 text-soft hover:text-ink print:hidden"
        >
          {() => <Lines lines={rest} />}
        </Fold>
      )}
    </Section>
  );
}
