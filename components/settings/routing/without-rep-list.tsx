import { opsLeadAddress } from "@/lib/platform/address";
import { Section } from "../../ui/section";

type WithoutRep = { id: string; name: string; companyName: string; age: string };

/** Leads for which no rep has access, and how long they have been MQLs; nothing where there are none. */
export function WithoutRepList({ leads }: { leads: readonly WithoutRep[] }) {
  if (leads.length === 0) return null;
  return (
    <Section title="Without a rep" aside="No rep has access" className="mb-6">
      <p className="mb-1 text-small text-soft">
        They go out within a minute once a rep has access.
      </p>
      <ul>
        {leads.map(({ id, name, companyName, age }) => (
          <li key={id} className="border-b border-line py-2 last:border-b-0 wrap-anywhere">
            <a
              href={opsLeadAddress(id)}
              className="underline decoration-line-strong underline-offset-3 hover:decoration-ink"
            >
              <bdi>{[name, companyName].filter(Boolean).join(", ") || "A lead without a name"}</bdi>
            </a>{" "}
            <span className="text-faint">MQL {age}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
