import { Section } from "../../ui/section";

/** What happened, by its letter: 'standard 2 took effect', and the day. */
export type ChangeLine = { mark: string; words: string; day: string };

/** What the letters on the time axis stand for. */
export function ChangeList({ changes }: { changes: readonly ChangeLine[] }) {
  return (
    <Section title="What changed meanwhile">
      {changes.length === 0 && (
        <p className="text-small text-soft">No standard took effect, and no connection changed.</p>
      )}
      <ul className="text-small">
        {changes.map(({ mark, words, day }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same may happen twice a day, and lines never move.
          <li key={place} className="flex gap-2.5 border-b border-line py-1.5">
            <span className="w-5 font-semibold text-soft">{mark}</span>
            <span className="first-letter:uppercase">{words}</span>
            <span className="num ml-auto text-faint">{day}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
