"use client";

import { X } from "lucide-react";
import { keysOf } from "@/lib/platform/keys-of";
import {
  CHANNELS,
  type Channel,
  type ConnectedWay,
  ESCALATIONS,
  type Escalation,
  isAtHand,
} from "@/lib/sla/settings";
import { controlLook } from "../../form/control-look";
import { useFieldState } from "../../form/form";
import { Button } from "../../ui/button";
import type { StepDraft } from "./sla-draft";

type SlaStepProps = {
  step: StepDraft;
  index: number;
  connected: readonly ConnectedWay[];
  onChange: (change: Partial<StepDraft>) => void;
  onRemove: () => void;
};

type ChoiceProps<T extends string> = {
  label: string;
  value: T;
  options: Readonly<Record<T, string>>;
  /** Why an option cannot be chosen now, said behind it. */
  withheld?: (option: T) => string | null;
  onChoose: (value: T) => void;
  className: string;
};

function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, value, options, withheld, onChoose, className } = props;
  return (
    <select
      aria-label={label}
      value={value}
      onChange={({ target }) => onChoose(target.value as T)}
      className={`${controlLook} ${className}`}
    >
      {(Object.keys(options) as T[]).map((each) => {
        const why = withheld?.(each);
        return (
          <option key={each} value={each} disabled={Boolean(why)}>
            {why ? `${options[each]} (${why})` : options[each]}
          </option>
        );
      })}
    </select>
  );
}

const SIDES = { before: "min before the end", after: "min after the end" };

type StepWay = { channel: Channel; room: StepDraft["room"]; words: string };

const wayKey = ({ channel, room }: Pick<StepDraft, "channel" | "room">) =>
  room ? `${channel} ${room.id}` : channel;

/**
 * What can be chosen: each channel and, where several of a kind are connected, all or one of them; what is
 * chosen in any case.
 */
function waysFor(
  { channel: chosen, room }: StepDraft,
  connected: readonly ConnectedWay[],
): StepWay[] {
  return keysOf(CHANNELS).flatMap((channel) => {
    const rooms = connected.filter(({ system }) => system === channel);
    const named = rooms.length > 1 ? rooms.map(({ id, name }) => ({ id, name })) : [];
    const isThere = named.some(({ id }) => id === room?.id);
    if (room && channel === chosen && !isThere) named.push(room);
    const way = CHANNELS[channel];
    return [
      { channel, room: undefined, words: named.length > 0 ? `${way}: all` : way },
      ...named.map((one) => ({ channel, room: one, words: `${way}: ${one.name}` })),
    ];
  });
}

/** One step: what happens, when by the owner's working time, and how they are told. */
export function SlaStep({ step, index, connected, onChange, onRemove }: SlaStepProps) {
  const path = `settings.ladder.${index}`;
  const name = `${path}.minutes`;
  const of = `step ${index + 1}`;
  const ways = waysFor(step, connected);
  const wayOf = (value: string): Pick<StepWay, "channel" | "room"> => {
    const way = ways.find((one) => wayKey(one) === value);
    return { channel: way?.channel ?? "app", room: way?.room };
  };
  const { error } = useFieldState(name);
  const { error: channelError } = useFieldState(`${path}.channel`);
  return (
    <li className="border-b border-line py-2.5">
      <div className="grid grid-cols-[76px_minmax(0,1fr)_auto] items-center gap-2 sm:grid-cols-[minmax(0,1.1fr)_76px_170px_minmax(0,1fr)_auto]">
        <Choice<Escalation>
          label={`What happens, ${of}`}
          value={step.action}
          options={ESCALATIONS}
          onChoose={(action) => onChange({ action })}
          className="max-sm:col-span-3"
        />
        <input
          id={name}
          inputMode="numeric"
          aria-label={`Minutes, ${of}`}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${name}-error` : undefined}
          value={step.minutes}
          onChange={({ target }) => onChange({ minutes: target.value })}
          className={`num ${controlLook}`}
        />
        <Choice
          label={`Before or after, ${of}`}
          value={step.side}
          options={SIDES}
          onChoose={(side) => onChange({ side })}
          className="max-sm:col-span-2"
        />
        <Choice
          label={`How they are told, ${of}`}
          value={wayKey(step)}
          options={Object.fromEntries(ways.map((way) => [wayKey(way), way.words]))}
          withheld={(value) => (isAtHand(wayOf(value), connected) ? null : "not connected")}
          onChoose={(value) => onChange(wayOf(value))}
          className="max-sm:col-span-2"
        />
        <Button
          variant="bare"
          className="justify-self-end px-1.5 pointer-coarse:min-w-11"
          aria-label={`Remove ${of}`}
          onClick={onRemove}
        >
          <X aria-hidden="true" className="size-4" />
        </Button>
      </div>
      {(error ?? channelError) && (
        <p id={`${name}-error`} className="mt-1 text-small font-medium text-bad">
          {error ?? channelError}
        </p>
      )}
    </li>
  );
}
