import { z } from "zod";
import { keysOf } from "@/lib/platform/keys-of";
import type { FieldDefinition } from "./field";

const owner = "Marketing ops";

/** The five answers of a CRM match (C2.5). 'Not checked' is no answer: then the field is absent. */
export const CRM_MATCHES = {
  none: "None",
  existing_account: "Existing account",
  active_opportunity: "Active opportunity",
  existing_customer: "Existing customer",
  former_customer: "Former customer",
} as const;
export type CrmMatch = keyof typeof CRM_MATCHES;

const count = z.number().int().positive();

/** C2.1 where only a range is known, as a form gives it: an estimate. No `atMost` is open above. */
const employeeRange = z.object({ atLeast: count, atMost: count.nullable() });

/** C2.7: how well the company meets the ICP, 0 to 100, and which criteria say so. */
export const icpSubScore = z.object({
  score: z.number().min(0).max(100),
  met: z.array(z.string()),
  missed: z.array(z.string()),
  unknown: z.array(z.string()),
});

/** C2. The company, from enrichment rather than from the lead where that can be had. */
export const companyIntelligence = [
  {
    id: "C2.1",
    key: "employees",
    label: "Employees",
    level: "required",
    trust: "captured",
    owner,
    sources: ["enrichment", "form"],
    value: z.union([count, employeeRange]),
  },
  {
    id: "C2.2",
    key: "revenue",
    label: "Revenue band",
    level: "recommended",
    trust: "captured",
    owner,
    sources: ["enrichment"],
    value: z.string().trim().min(1),
  },
  {
    id: "C2.3",
    key: "industry",
    label: "Industry",
    level: "required",
    trust: "captured",
    owner,
    sources: ["enrichment", "form"],
    value: z.string().trim().min(1),
  },
  {
    id: "C2.4",
    key: "techStack",
    label: "Tech stack",
    level: "recommended",
    trust: "captured",
    owner,
    sources: ["enrichment"],
    value: z.array(z.string().trim().min(1)).min(1),
  },
  {
    id: "C2.5",
    key: "crmMatch",
    label: "CRM match",
    level: "required",
    trust: "captured",
    owner: "Sales ops",
    sources: ["crm"],
    value: z.enum(keysOf(CRM_MATCHES)),
    choices: CRM_MATCHES,
  },
  {
    id: "C2.6",
    key: "icpTier",
    label: "ICP tier",
    level: "required",
    trust: "captured",
    owner,
    sources: ["scoring"],
    value: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  },
  {
    id: "C2.7",
    key: "icpSubScore",
    label: "ICP criteria",
    level: "required",
    trust: "captured",
    owner,
    sources: ["scoring"],
    value: icpSubScore,
  },
] as const satisfies readonly FieldDefinition[];
