import { SCOPE_NAMES, SCOPES, type Scope } from "@/lib/access/keys/scopes";
import { CheckBox } from "../../form/check-box";
import { useFieldState } from "../../form/form";

/** Not ticked at first: what brings other systems and their secrets in, or has leads sent elsewhere. */
const UNUSUAL: readonly Scope[] = ["connections:write", "hooks:write"];

/** What a key may do, of all that the public API does. */
export function ScopeBoxes() {
  const { error } = useFieldState("scopes");
  return (
    <fieldset className="mb-4 min-w-0" id="scopes" tabIndex={-1}>
      <legend className="mb-1 text-small font-medium">May</legend>
      <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
        {SCOPE_NAMES.map((scope) => (
          <CheckBox
            key={scope}
            name={`may ${scope}`}
            label={SCOPES[scope]}
            defaultChecked={!UNUSUAL.includes(scope)}
          />
        ))}
      </div>
      {error && <p className="mt-1 text-small font-medium text-bad">{error}</p>}
    </fieldset>
  );
}
