import type { Snapshot } from "@/lib/handoff/snapshot";
import { CATEGORIES } from "@/lib/standard/categories";
import { classNames } from "../../ui/class-names";
import { type FieldState, fieldState, type Reading } from "../words/field-state";

type SourcesProps = { snapshot: Snapshot; reading: Reading };

const SHOWN = CATEGORIES.filter(({ id }) => id === "C1" || id === "C2");
const tones = {
  verified: "text-good",
  captured: "text-warn",
  estimated: "text-warn",
  absent: "text-bad",
};

function SourceLine({ label, state }: { label: string; state: FieldState }) {
  return (
    <li className="grid grid-cols-[112px_minmax(0,1fr)] gap-x-3 border-b border-line py-1.5 last:border-b-0">
      <span className="text-faint">{label}</span>
      {state.there ? (
        <div className="min-w-0">
          <p className="line-clamp-3 wrap-anywhere">{state.words}</p>
          <p className="text-soft">
            <span className={classNames("font-medium", tones[state.trust.level])}>
              {state.trust.word}
            </span>
            , from <bdi>{state.trust.source}</bdi>, {state.trust.age}
          </p>
          {state.trust.note.map((note) => (
            <p key={note} className="line-clamp-6 wrap-anywhere text-faint">
              {note}
            </p>
          ))}
        </div>
      ) : (
        <p className={state.wanted ? "text-bad" : "text-faint"}>{state.words}</p>
      )}
    </li>
  );
}

/** Where each line of C1 and C2 came from, and when: all of it at once, when one asks. */
export function SourceList({ snapshot, reading }: SourcesProps) {
  return SHOWN.map(({ key, label, fields }) => (
    <section key={key} className="mb-4 text-small">
      <h3 className="mb-1 font-semibold text-soft">{label}</h3>
      <ul>
        {fields.map((field) => (
          <SourceLine
            key={field.id}
            label={field.label}
            state={fieldState(field.id, snapshot, reading)}
          />
        ))}
      </ul>
    </section>
  ));
}
