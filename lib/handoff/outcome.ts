/** How a rep tried to reach a lead. Only a person's attempt counts (Q.2). */
export const ATTEMPT_KINDS = {
  call: "Call",
  email: "Email",
  message: "Message",
  meeting: "Meeting",
} as const;
export type AttemptKind = keyof typeof ATTEMPT_KINDS;

/** What came of an attempt. */
export const ATTEMPT_RESULTS = {
  reached: "Reached",
  no_answer: "No answer",
  left_message: "Left a message",
  sent: "Sent",
  bounced: "Bounced or wrong number",
} as const;
export type AttemptResult = keyof typeof ATTEMPT_RESULTS;

/** Why a rep sends a lead back (Q.5). `other` needs words. */
export const REJECTION_REASONS = {
  unreachable: "Cannot be reached",
  wrong_contact_data: "Wrong contact data",
  not_icp: "Not ICP",
  existing_customer: "Existing customer",
  duplicate: "Duplicate",
  no_need: "No need",
  other: "Other",
} as const;
export type RejectionReason = keyof typeof REJECTION_REASONS;

/** What a rep can find about a field: it was not there, or worse, it was wrong (Q.5, Q.6). */
export const FINDING_KINDS = ["missing", "wrong"] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What a rep may say beside, in characters. */
export const LONGEST_WORDS = 2_000;
