import type { FieldId } from "@/lib/standard/categories";
import type { RejectionReason } from "../outcome";

/**
 * What can be wrong about a lead, as a rep calls it: what sources gave. What our own rules work out
 * follows from these, and a tech stack is a list that no single source gave.
 */
export const WRONG_FIELDS = {
  "C1.5": "Phone",
  "C1.4": "Email",
  "C1.6": "LinkedIn profile",
  "C1.1": "Name",
  "C1.2": "Job title",
  "C1.3": "Company",
  "C1.7": "Language or region",
  "C2.1": "Employees",
  "C2.2": "Revenue",
  "C2.3": "Industry",
  "C2.5": "CRM match",
} as const satisfies Partial<Record<FieldId, string>>;
type WrongField = keyof typeof WRONG_FIELDS;

/** The fields that a reason asks about (Q.5), and whether one has to be named. */
export const ASKED_OF: Partial<
  Record<RejectionReason, { fields: readonly WrongField[]; required: boolean }>
> = {
  unreachable: { fields: ["C1.5", "C1.4"], required: false },
  wrong_contact_data: {
    fields: ["C1.5", "C1.4", "C1.6", "C1.1", "C1.2", "C1.3", "C1.7"],
    required: true,
  },
  not_icp: { fields: ["C2.1", "C2.2", "C2.3", "C1.2", "C1.3"], required: false },
  existing_customer: { fields: ["C2.5", "C1.3"], required: false },
};

/** What a lead's company follows from: its name, the lead's address and region. */
export const OF_THE_COMPANY: readonly FieldId[] = ["C1.3", "C1.4", "C1.7"];
