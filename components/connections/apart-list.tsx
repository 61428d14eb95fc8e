import { leadAddress } from "@/lib/platform/address";
import { Section } from "../ui/section";

/** `there` owns the record, `here` has the lead. */
type ApartLead = { id: string; name: string; companyName: string; there: string; here: string };

/** Open leads whose record in this CRM is somebody else's; nothing where there are none. */
export function ApartList({ leads, crm }: { leads: readonly ApartLead[]; crm: string }) {
  if (leads.length === 0) return null;
  return (
    <Section
      title={`Another owner in ${crm}`}
      aside="Two people may call"
      className="mt-5 mb-8 min-w-0"
    >
      <p className="mb-1 max-w-[72ch] text-small text-soft">
        A rep who has tried to reach a lead keeps it when a router there gives it to somebody else.
        Give the record back to them, or settle between the two who calls.
      </p>
      <ul className="text-small">
        {leads.map(({ id, name, companyName, there, here }) => (
          <li
            key={id}
            className="grid gap-x-6 border-b border-line py-2 wrap-anywhere sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
          >
            <a href={leadAddress(id)} className="justify-self-start font-semibold hover:underline">
              <bdi>{[name, companyName].filter(Boolean).join(", ") || "A lead without a name"}</bdi>
            </a>
            <span className="text-soft">
              {here} here, {there} there
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
