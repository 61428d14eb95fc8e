import { z } from "zod";
import type { FieldDefinition } from "./field";

const owner = "Marketing ops";
const text = z.string().trim().min(1);

/** C1. Verified, not just captured: title and email must be confirmed before a lead is routed. */
export const contactBasics = [
  {
    id: "C1.1",
    key: "fullName",
    label: "Full name",
    level: "required",
    trust: "captured",
    owner,
    sources: ["form", "enrichment"],
    value: text,
  },
  {
    id: "C1.2",
    key: "jobTitle",
    label: "Job title",
    level: "required",
    trust: "verified",
    owner,
    sources: ["enrichment", "form"],
    value: text,
  },
  {
    id: "C1.3",
    key: "companyName",
    label: "Company name",
    level: "required",
    trust: "captured",
    owner,
    sources: ["form", "enrichment"],
    value: text,
  },
  {
    id: "C1.4",
    key: "email",
    label: "Direct email",
    level: "required",
    trust: "verified",
    owner,
    sources: ["form", "enrichment"],
    value: text,
  },
  {
    id: "C1.5",
    key: "phone",
    label: "Direct phone",
    level: "required",
    trust: "captured",
    owner,
    sources: ["enrichment", "form"],
    value: text,
  },
  {
    id: "C1.6",
    key: "linkedin",
    label: "LinkedIn profile",
    level: "required",
    trust: "captured",
    owner,
    sources: ["enrichment", "form"],
    value: text,
  },
  {
    id: "C1.7",
    key: "languageAndRegion",
    label: "Language and region",
    level: "optional",
    trust: "captured",
    owner,
    sources: ["form", "enrichment"],
    value: z.object({ language: z.string().nullable(), region: z.string().nullable() }),
  },
] as const satisfies readonly FieldDefinition[];
