"use client";

import { useState } from "react";
import { controlLook } from "../../form/control-look";

type ChainNumberProps = {
  /** Read aloud: 'Time limit of ZeroBounce, in seconds'. */
  label: string;
  unit: string;
  value: number;
  step?: number;
  onValue: (value: number) => void;
};

/** A number with its unit. What is typed stays as it is typed, also while it is no number yet. */
export function ChainNumber({ label, unit, value, step = 1, onValue }: ChainNumberProps) {
  const [text, setText] = useState(String(value));
  return (
    <label className="flex items-center gap-1.5 text-small text-faint">
      <span className="sr-only">{label}</span>
      <span className="w-[72px]">
        <input
          type="number"
          inputMode="decimal"
          min={0}
          step={step}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            onValue(event.target.valueAsNumber);
          }}
          className={controlLook}
        />
      </span>
      {unit}
    </label>
  );
}
