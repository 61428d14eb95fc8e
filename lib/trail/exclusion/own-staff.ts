import type { TrailSettings } from "../settings";
import { type Answer, answers } from "./answers";
import type { ExclusionRule } from "./rule";

type Staff = { domains: readonly string[]; addresses: ReadonlySet<string> };

function isOwn(email: string, { domains, addresses }: Staff): boolean {
  const domain = email.slice(email.lastIndexOf("@") + 1);
  return (
    addresses.has(email) || domains.some((own) => domain === own || domain.endsWith(`.${own}`))
  );
}

/** The field asks for the address of whoever fills it in, not for that of somebody they know. */
const isTheirAddress = ({ field, text }: Answer) =>
  text.includes("@") && /mail/.test(field) && !/refer|colleague|friend|rep\b|owner/.test(field);

const staffOf = ({ ownDomains, staffAddresses }: TrailSettings): Staff => ({
  domains: ownDomains.map((domain) => domain.toLowerCase()),
  addresses: new Set(staffAddresses.map((address) => address.toLowerCase())),
});

/** X.3: the lead is one of us, or one of us filled in the form. */
export const ownStaff = {
  id: "own_staff",
  label: () => "Our own staff",
  why: "The lead's address, or the one in the form, is one of ours.",
  judge(_activities, settings) {
    const staff = staffOf(settings);
    if (settings.leadEmail && isOwn(settings.leadEmail.toLowerCase(), staff)) return () => true;
    return (activity) =>
      answers(activity).some((answer) => isTheirAddress(answer) && isOwn(answer.text, staff));
  },
} as const satisfies ExclusionRule;
