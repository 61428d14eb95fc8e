"use client";

import type { ReactNode } from "react";
import type { FieldId } from "@/lib/standard/categories";
import { FieldRow } from "../ui/fields";
import { Trust, type TrustProps } from "../ui/trust";
import { FieldName, ReportMissing } from "./field-name";

type Named = { id: FieldId; label: string };
type ShownFieldProps = Named & {
  trust: TrustProps;
  doubt?: string;
  below?: ReactNode;
  children: ReactNode;
};

/** A field with its value, from words alone: a page has twenty, and each would be sent twice. */
export function ShownField({ id, label, trust, doubt, below, children }: ShownFieldProps) {
  return (
    <FieldRow name={<FieldName id={id} label={label} />}>
      {children} <Trust {...trust} />
      {doubt && <span className="block text-warn">{doubt}</span>}
      {below}
    </FieldRow>
  );
}

type AbsentFieldProps = Named & { words: string; wanted: boolean };

/** A field that is not there. Loud only where the standard wanted it. */
export function AbsentField({ id, label, words, wanted }: AbsentFieldProps) {
  return (
    <FieldRow name={<FieldName id={id} label={label} />}>
      <span className={wanted ? "font-medium text-bad" : "text-faint"}>{words}</span>
      <ReportMissing id={id} label={label} />
    </FieldRow>
  );
}
