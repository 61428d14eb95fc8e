import type { FieldId } from "@/lib/standard/categories";

/** What a rep looks up before a call where the handoff does not say it (R.2), likely ones first. */
export const LOOKED_UP = {
  "C1.5": "Phone",
  "C1.6": "LinkedIn profile",
  "C1.2": "Job title",
  "C1.1": "Who it is",
  "C2.1": "Company size",
  "C2.3": "Industry",
  "C2.2": "Revenue",
  "C2.4": "Tech stack",
  "C2.5": "CRM history",
  "C3.8": "What they did",
  "C4.6": "Why now",
  "C5.3": "Campaign",
} as const satisfies Partial<Record<FieldId, string>>;

/** The minutes to choose from; as near as anybody remembers. */
export const MINUTES = [1, 2, 3, 5, 10, 20] as const;
