import type { ComponentProps, ReactNode } from "react";

type CheckBoxProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: string };

/** Yes or no, with the words as part of the target. */
export function CheckBox({ label, hint, ...rest }: CheckBoxProps) {
  return (
    <label className="flex min-h-6 cursor-pointer items-start gap-2.5 pointer-coarse:min-h-11">
      <input {...rest} type="checkbox" className="mt-[2px] size-4 shrink-0" />
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-small text-faint">{hint}</span>}
      </span>
    </label>
  );
}
