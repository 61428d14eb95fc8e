"use client";

import { X } from "lucide-react";
import type { CrmField } from "@/lib/connections/crm/crm";
import { misfit, type OfferedSource } from "@/lib/connections/crm/map/source";
import { controlLook } from "../../form/control-look";
import { Button } from "../../ui/button";

export type MapRow = { key: number; from: string; to: string };

type CrmMapRowProps = {
  row: MapRow;
  /** Its place in the list, from 1. */
  place: number;
  systemLabel: string;
  sources: readonly OfferedSource[];
  fields: readonly CrmField[];
  /** What is wrong with it, read after the field's name; null where nothing is. */
  fault: string | null;
  onChange: (row: MapRow) => void;
  onRemove: () => void;
};

/** Those that can take the value, and the one that is chosen, whatever it is. */
function fitting(source: OfferedSource | undefined, fields: readonly CrmField[], to: string) {
  return fields.filter((field) => field.name === to || (source && misfit(source, field) === null));
}

/** One value of Baton's and the field of the CRM that it goes to. */
export function CrmMapRow(props: CrmMapRowProps) {
  const { row, place, systemLabel, sources, fields, fault, onChange, onRemove } = props;
  const source = sources.find(({ id }) => id === row.from);
  const faultId = `fault-${row.key}`;
  const gone = row.to !== "" && fields.every(({ name }) => name !== row.to);
  return (
    <li className="border-b border-line py-2">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]">
        <select
          aria-label={`Value ${place} from Baton`}
          value={row.from}
          onChange={(event) => onChange({ ...row, from: event.target.value })}
          className={controlLook}
        >
          <option value="">Choose a value</option>
          {sources.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
        <select
          aria-label={`Field ${place} of ${systemLabel}`}
          aria-invalid={fault !== null || undefined}
          aria-describedby={fault === null ? undefined : faultId}
          value={row.to}
          onChange={(event) => onChange({ ...row, to: event.target.value })}
          className={`${controlLook} max-sm:row-start-2`}
        >
          <option value="">Choose a field</option>
          {gone && <option value={row.to}>{row.to}</option>}
          {fitting(source, fields, row.to).map(({ name, label }) => (
            <option key={name} value={name}>
              {label === name ? label : `${label} (${name})`}
            </option>
          ))}
        </select>
        <Button
          variant="bare"
          className="px-1.5 pointer-coarse:min-w-11"
          aria-label={`Remove ${source?.label ?? `value ${place}`}`}
          onClick={onRemove}
        >
          <X aria-hidden="true" className="size-4" />
        </Button>
      </div>
      {fault !== null && (
        <p id={faultId} className="mt-1 text-small text-bad">
          {row.to} {fault}.
        </p>
      )}
    </li>
  );
}
