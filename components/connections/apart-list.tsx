import { leadAddress } from "@/lib/platform/address";
import { Section } from "../ui/section";

/** `there` owns the record, `here` has the lead. */
type ApartLead = { id: string; name: string; companyName: string; there: string; here: string };

/** Open leads whose record in this CRM is somebody else's; nothing where there are none. */
export function ApartList({ leads }: { leads: readonly ApartLead[] }) {
  if (leads.length === 0) return null;
  return (
    <Section title="Another owner there" aside="Two people may call" className="mb-6">
      <p className="mb-1 text-small text-soft">
        A rep who has tried to reach a lead keeps it when a router there gives it to somebody else.
        Give the record back to them, or settle between the two who calls.
      </p>
      <ul>
        {leads.map(({ id, name, companyName, there, here }) => (
          <li key={id} className="border-b border-line py-2 last:border-b-0 wrap-anywhere">
            <a
              href={leadAddress(id)}
              className="underline decoration-line-strong underline-offset-3 hover:decoration-ink"
            >
              <bdi>{[name, companyName].filter(Boolean).join(", ") || "A lead without a name"}</bdi>
            </a>{" "}
            <span className="text-faint">
              {here} here, {there} there
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
