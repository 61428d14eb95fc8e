"use client";

import { Pencil } from "lucide-react";
import { useState } from "react";
import { Trust } from "../ui/trust";
import { FieldForm } from "./field-form";
import type { FieldEntry, ValueWords } from "./field-words";

type FieldCorrectionProps = {
  label: string;
  value: ValueWords | null;
  others: ValueWords[];
  /** Why the value goes before the others. */
  chosen: string | null;
  /** Null where a person cannot change it. */
  entry: FieldEntry | null;
};

function Value({ words: { text, trust, doubt } }: { words: ValueWords }) {
  return (
    <>
      <span title={text} className="line-clamp-3 wrap-anywhere">
        {text}
      </span>
      {trust && (
        <span className="flex flex-wrap items-baseline gap-x-1.5 text-faint">
          <Trust {...trust} />
          <bdi>
            {trust.from}, {trust.age}
          </bdi>
        </span>
      )}
      {doubt && <span className="block text-warn">{doubt}</span>}
    </>
  );
}

// At module scope, so that it runs when the form opens and not at each render.
function focusControl(form: HTMLElement | null) {
  form?.querySelector<HTMLElement>("input, select, textarea")?.focus();
}

/** One field as it stands; a press opens its form in place. */
export function FieldCorrection({ label, value, others, chosen, entry }: FieldCorrectionProps) {
  const [open, setOpen] = useState(false);
  return (
    <li className="group/field grid grid-cols-[112px_minmax(0,1fr)_auto] gap-x-2.5 py-0.5 text-small/6">
      <span className="text-faint">{label}</span>
      <div className="min-w-0">
        {value ? <Value words={value} /> : <span className="text-faint">Not known</span>}
        {others.map((other) => (
          <div
            key={`${other.text}${other.trust?.source}`}
            className="mt-0.5 border-l border-line-strong pl-2 text-soft"
          >
            <span className="sr-only">Also given: </span>
            <Value words={other} />
          </div>
        ))}
        {chosen && <p className="text-faint">{chosen}</p>}
      </div>
      {entry && (
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          aria-label={`Correct ${label}`}
          title="Correct"
          className="grid size-6 place-items-center self-start rounded-[4px] text-faint hover:text-ink pointer-coarse:size-11"
        >
          <Pencil aria-hidden="true" className="size-3" />
        </button>
      )}
      {open && entry && (
        <div ref={focusControl} className="col-span-full my-1.5">
          <FieldForm entry={entry} onDone={() => setOpen(false)} />
        </div>
      )}
    </li>
  );
}
