"use client";

import type { ProviderSetting } from "@/lib/enrichment/provider";
import { TextInput } from "../form/text-input";

type SettingInputsProps = {
  asks: readonly ProviderSetting[];
  /** What is set now; of secrets nothing is. */
  values?: { [key: string]: string };
  /** Said under each secret: "Leave empty to keep it". */
  secretHint?: string;
  secretsOptional?: boolean;
};

/** One input for each setting that a system asks for; givenOf reads them. */
export function SettingInputs(props: SettingInputsProps) {
  const { asks, values = {}, secretHint, secretsOptional = false } = props;
  return asks.map(({ key, label, secret, optional = false }) => (
    <TextInput
      key={key}
      name={`${secret ? "secrets" : "settings"}.${key}`}
      label={label}
      hint={secret ? secretHint : undefined}
      optional={optional || (secret && secretsOptional)}
      type={secret ? "password" : "text"}
      // A browser must neither fill in the reader's own password nor keep this one.
      autoComplete={secret ? "new-password" : "off"}
      spellCheck={false}
      defaultValue={secret ? "" : (values[key] ?? "")}
    />
  ));
}
