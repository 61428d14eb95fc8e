"use client";

import { useState } from "react";
import { decimalText, typedDecimal } from "@/lib/platform/typed-number";
import { controlLook } from "../../form/control-look";

type ChainNumberProps = {
  /** Read aloud: 'Time limit of ZeroBounce, in seconds'. */
  label: string;
  unit: string;
  value: number;
  onValue: (value: number) => void;
};

/**
 * A number with its unit. What is typed stays as it is typed, also while it is no number yet. No number
 * input: a browser leaves out the comma of '2,5' where its language has a point, and makes it 25.
 */
export function ChainNumber({ label, unit, value, onValue }: ChainNumberProps) {
  const [text, setText] = useState(decimalText(value));
  return (
    <label className="flex items-center gap-1.5 text-small text-faint">
      <span className="sr-only">{label}</span>
      <span className="w-[72px]">
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            const typed = typedDecimal(event.target.value);
            onValue(typeof typed === "number" ? typed : Number.NaN);
          }}
          className={controlLook}
        />
      </span>
      {unit}
    </label>
  );
}
