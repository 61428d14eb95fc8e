/** How to reach a lead: E.164, an address, a profile; null where none came with it. */
export type Reach = { phone: string | null; email: string | null; linkedin: string | null };

/** A lead of the viewer's own, as it is found by name or company. */
export type FoundLead = { leadId: string; name: string; companyName: string; open: boolean };
