import type { Checked } from "@/lib/audit/fakes/fakes";
import { auditLeadAddress } from "@/lib/platform/address";
import { fieldDefinition } from "@/lib/standard/categories";
import { categoryOf } from "@/lib/standard/standard";
import { Mark } from "../../ui/mark";

/** The single cases: which lead, what the machine says, what the auditor says, and why. */
export function CaseList({ cases }: { cases: readonly Checked[] }) {
  return (
    <ul className="flex flex-col">
      {cases.map(({ auditId, place, name, auditor, category, judgement }) => {
        const { verdict, fieldIds, reason } = judgement;
        const fields = fieldIds.map((id) => fieldDefinition(id).label).join(", ");
        return (
          <li
            key={`${auditId} ${place} ${category}`}
            className="border-b border-line py-2 text-small"
          >
            <p>
              <a
                href={auditLeadAddress(auditId, place)}
                className="font-semibold underline underline-offset-3"
              >
                {name}
              </a>{" "}
              <span className="text-soft">
                {categoryOf(category).label}: <Mark state="complete" /> for the machine,{" "}
                <Mark state={verdict} /> for {auditor}
              </span>
            </p>
            <p>
              <span className="font-medium">{fields}.</span> “{reason}”
            </p>
          </li>
        );
      })}
    </ul>
  );
}
