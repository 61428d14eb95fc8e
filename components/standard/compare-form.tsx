import Form from "next/form";
import { standardAddress } from "@/lib/platform/address";
import { controlLook } from "../form/control-look";
import { Button } from "../ui/button";

type Numbered = { version: number };
type CompareFormProps = { versions: readonly number[]; from: Numbered; to: Numbered };

/** Chooses two versions; the choice lives in the address. */
export function CompareForm({ versions, from, to }: CompareFormProps) {
  const choice = (name: "from" | "to", label: string, { version }: Numbered) => (
    <label className="flex items-center gap-2 text-small">
      <span className="text-faint">{label}</span>
      <select name={name} defaultValue={version} className={controlLook}>
        {versions.map((number) => (
          <option key={number} value={number}>
            Version {number}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <Form action={standardAddress()} className="mb-3 flex flex-wrap items-center gap-3">
      <input type="hidden" name="show" value="versions" />
      {choice("from", "From", from)}
      {choice("to", "to", to)}
      <Button type="submit">Compare</Button>
    </Form>
  );
}
