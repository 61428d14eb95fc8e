import { Section } from "@/components/ui/section";
import type { MarkedChange } from "@/lib/audit/trends/marked/changes";
import { formatDay, type Reader } from "@/lib/platform/format";

type Props = { changes: readonly MarkedChange[]; reader: Reader; now: Date };

/** What the letters on the time axis stand for. */
export function ChangeList({ changes, reader, now }: Props) {
  return (
    <Section title="What changed meanwhile">
      {changes.length === 0 && (
        <p className="text-small text-soft">No standard took effect, and no connection changed.</p>
      )}
      <ul className="text-small">
        {changes.flatMap(({ mark, changes: of }) =>
          of.map(({ at, words }) => (
            <li
              key={`${mark} ${at.toISOString()} ${words}`}
              className="flex gap-2.5 border-b border-line py-1.5"
            >
              <span className="w-5 font-semibold text-soft">{mark}</span>
              <span className="first-letter:uppercase">{words}</span>
              <span className="num ml-auto text-faint">{formatDay(at, reader, now, "short")}</span>
            </li>
          )),
        )}
      </ul>
    </Section>
  );
}
