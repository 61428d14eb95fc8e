"use client";

import type { FieldId } from "@/lib/standard/categories";
import { useDesk } from "../desk";

type FieldNameProps = { id: FieldId; label: string };

/** A field's name; while its rep says what was missing, a button that says so (Q.6). */
export function FieldName({ id, label }: FieldNameProps) {
  const desk = useDesk();
  if (!desk?.picking || desk.reported.includes(id)) return label;
  return (
    <button
      type="button"
      onClick={() => desk.report(id, label)}
      className="-mx-1 rounded-[4px] bg-mark px-1 text-left text-ink underline decoration-dotted underline-offset-3 hover:bg-warn-wash forced-colors:border"
    >
      {label}
      <span className="sr-only"> was missing</span>
    </button>
  );
}

/** In place of a part of the page that is not there at all. */
export function AbsentPart({ id, label }: FieldNameProps) {
  return (
    <p className="text-bad">
      <FieldName id={id} label={label} /> absent
      <ReportMissing id={id} label={label} />
    </p>
  );
}

/** Beside what is not there: one press tells marketing ops that it was missed. */
export function ReportMissing({ id, label }: FieldNameProps) {
  const desk = useDesk();
  if (!desk) return null;
  if (desk.reported.includes(id)) return <span className="ml-1.5 text-faint">reported</span>;
  return (
    <button
      type="button"
      onClick={() => desk.report(id, label)}
      className="-my-1 ml-1.5 rounded-[4px] py-1 text-soft underline decoration-line-strong underline-offset-3 hover:text-ink print:hidden"
    >
      report
      <span className="sr-only"> {label} as missing</span>
    </button>
  );
}
