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
  /** Null where a person cannot change it. */
  entry: FieldEntry | null;
};

function Value({ words: { text, trust } }: { words: ValueWords }) {
  return (
    <>
      <span className="wrap-anywhere">{text}</span> {trust && <Trust {...trust} />}
    </>
  );
}

// At module scope, so that it runs when the form opens and not at each render.
function focusControl(form: HTMLElement | null) {
  form?.querySelector<HTMLElement>("input, select, textarea")?.focus();
}

/** One field as it stands; a press opens its form in place. */
export function FieldCorrection({ label, value, others, entry }: FieldCorrectionProps) {
  const [open, setOpen] = useState(false);
  return (
    <li className="group/field grid grid-cols-[112px_minmax(0,1fr)_auto] gap-x-2.5 py-0.5 text-small/6">
      <span className="text-faint">{label}</span>
      <div className="min-w-0">
        {value ? <Value words={value} /> : <span className="text-faint">Not known</span>}
        {others.map((other) => (
          <p key={`${other.text}${other.trust?.source}`} className="text-soft">
            <span className="text-faint">also</span> <Value words={other} />
          </p>
        ))}
      </div>
      {entry && (
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          aria-label={`Correct ${label}`}
          title="Correct"
          className="grid size-6 place-items-center self-start rounded-[4px] text-faint hover:text-ink pointer-coarse:size-9"
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
