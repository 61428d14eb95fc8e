"use client";

import { useId } from "react";
import { controlLook } from "../../form/control-look";
import { Labelled } from "../row-control";

type RoutingChoiceProps<V extends string> = {
  label: string;
  /** Read aloud with the label: of which rule. */
  of?: string;
  value: V;
  options: Readonly<Record<V, string>>;
  onChoose: (value: V) => void;
  error?: string | undefined;
};

/** One of a few, small enough for a row. */
export function RoutingChoice<V extends string>(props: RoutingChoiceProps<V>) {
  const { label, of, value, options, onChoose, error } = props;
  const id = useId();
  return (
    <Labelled id={id} label={label} of={of} error={error}>
      <select
        id={id}
        value={value}
        onChange={({ target }) => onChoose(target.value as V)}
        className={controlLook}
      >
        {(Object.keys(options) as V[]).map((one) => (
          <option key={one} value={one}>
            {options[one]}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
