"use client";

import { useState, useTransition } from "react";
import type { CrmField } from "@/lib/connections/crm/crm";
import { saveCrmMap } from "@/lib/connections/crm/map/actions";
import type { MapEntry, MapFault } from "@/lib/connections/crm/map/entry";
import type { OfferedSource } from "@/lib/connections/crm/map/source";
import { answerOf } from "../../form/answer";
import { Button } from "../../ui/button";
import { useToast } from "../../ui/toast";
import { WarnBar } from "../../ui/warn-bar";
import { CrmMapRow, type MapRow } from "./crm-map-row";

type CrmMapEditorProps = {
  connectionId: string;
  systemLabel: string;
  sources: readonly OfferedSource[];
  fields: readonly CrmField[];
  entries: readonly Pick<MapEntry, "from" | "to">[];
  faults: readonly MapFault[];
};

const rowsOf = (entries: CrmMapEditorProps["entries"]): MapRow[] =>
  entries.map(({ from, to }, key) => ({ key, from, to }));

const ofRow = (faults: readonly MapFault[], { from, to }: MapRow) =>
  faults.find((fault) => fault.from === from && fault.to === to)?.words ?? null;

/** Which value goes to which field, as an admin sets it; checked by the CRM, saved as a whole. */
export function CrmMapEditor(props: CrmMapEditorProps) {
  const { connectionId, systemLabel, sources, fields } = props;
  const [rows, setRows] = useState(() => rowsOf(props.entries));
  const [next, setNext] = useState(props.entries.length);
  const [faults, setFaults] = useState(props.faults);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const { say } = useToast();

  function add() {
    setRows((now) => [...now, { key: next, from: "", to: "" }]);
    setNext(next + 1);
  }
  function save() {
    start(async () => {
      const entries = rows.map(({ from, to }) => ({ from, to }));
      const outcome = await answerOf(() => saveCrmMap({ connectionId, entries }));
      if (!outcome.ok) return setWrong(outcome.reason);
      const found = outcome.value.faults;
      setFaults(found);
      setWrong(found.length > 0 ? `${systemLabel} cannot take all of it.` : null);
      if (found.length === 0)
        say({ text: "The field map is saved.", detail: "What goes out next goes so." });
    });
  }
  return (
    <>
      {wrong && (
        <div className="mb-3">
          <WarnBar lead="Not saved">{wrong} What you changed is still here.</WarnBar>
        </div>
      )}
      <ul aria-label="Field map" className="max-w-4xl border-t border-line">
        {rows.map((row, index) => (
          <CrmMapRow
            key={row.key}
            row={row}
            place={index + 1}
            systemLabel={systemLabel}
            sources={sources}
            fields={fields}
            fault={ofRow(faults, row)}
            onChange={(changed) =>
              setRows((now) => now.map((one) => (one.key === row.key ? changed : one)))
            }
            onRemove={() => setRows((now) => now.filter(({ key }) => key !== row.key))}
          />
        ))}
      </ul>
      <div className="flex items-center gap-2 py-3">
        <Button variant="primary" aria-disabled={busy || undefined} onClick={save}>
          {busy ? "Checking" : "Check and save"}
        </Button>
        <Button onClick={add}>Add a field</Button>
      </div>
    </>
  );
}
