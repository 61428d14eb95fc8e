"use client";

import type { ChainStep } from "@/lib/connections/chain/view";
import { CheckBox } from "../../form/check-box";
import { MoveButtons } from "../../form/move-buttons";
import { ChainFields } from "./chain-fields";
import { ChainNumber } from "./chain-number";
import { LOOKUP_WORDS } from "./chain-words";

type ChainRowProps = {
  step: ChainStep;
  /** Its place in the order, from 1. */
  place: number;
  of: number;
  onMove: (by: -1 | 1) => void;
  onChange: (change: Partial<ChainStep>) => void;
};

/** One step of the chain: its place, whether and how it is asked, and what it may fill. */
export function ChainRow({ step, place, of, onMove, onChange }: ChainRowProps) {
  const { name, lookup, enabled, paused, timeLimitMs, cacheDays, fields } = step;
  const called = `${name}, ${LOOKUP_WORDS[lookup].toLowerCase()}`;
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-5 gap-y-2 border-b border-line py-3 xl:grid-cols-[auto_200px_auto_auto_auto_minmax(0,1fr)]">
      <span className="flex items-center gap-1">
        <span className="num w-5 text-right text-small text-faint">{place}</span>
        <MoveButtons name={called} isFirst={place === 1} isLast={place === of} onMove={onMove} />
      </span>
      <span className="min-w-0 pt-1">
        <span className="block truncate font-semibold">{name}</span>
        <span className="block truncate text-small text-faint">
          {LOOKUP_WORDS[lookup]}
          {paused && ", paused"}
        </span>
      </span>
      <span className="col-span-full flex flex-wrap items-center gap-x-5 gap-y-2 xl:contents">
        <span className="xl:pt-1">
          <CheckBox
            label="Asked"
            aria-label={`${called}: asked`}
            checked={enabled}
            onChange={(event) => onChange({ enabled: event.target.checked })}
          />
        </span>
        <ChainNumber
          label={`${called}: longest wait in seconds`}
          unit="s at most"
          value={timeLimitMs / 1_000}
          onValue={(seconds) => onChange({ timeLimitMs: Math.round(seconds * 1_000) })}
        />
        <ChainNumber
          label={`${called}: days an answer is kept`}
          unit="days kept"
          value={cacheDays}
          onValue={(days) => onChange({ cacheDays: days })}
        />
      </span>
      <span className="col-span-full min-w-0 pt-1 xl:col-span-1">
        <ChainFields
          step={step}
          onUse={(id, use) =>
            onChange({ fields: fields.map((one) => (one.id === id ? { ...one, use } : one)) })
          }
        />
      </span>
    </li>
  );
}
