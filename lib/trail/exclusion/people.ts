import type { Activity } from "@/lib/intake/activity";
import type { TrailSettings } from "../settings";
import type { ExclusionRule } from "./rule";

function isOwn(email: string, domains: readonly string[]): boolean {
  const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  return domains.some((own) => domain === own || domain.endsWith(`.${own}`));
}

function answers(activity: Activity): string[] {
  if (activity.kind !== "form_submitted") return [];
  return Object.values(activity.details.fields ?? {}).map((text) => text.trim().toLowerCase());
}

/** X.3: the lead is one of us, or one of us filled in the form. */
export const ownStaff = {
  id: "own_staff",
  label: "Our own staff",
  judge(_activities, settings) {
    const domains = settings.ownDomains.map((domain) => domain.toLowerCase());
    if (domains.length === 0) return () => false;
    if (settings.leadEmail && isOwn(settings.leadEmail, domains)) return () => true;
    return (activity) =>
      answers(activity).some((text) => text.includes("@") && isOwn(text, domains));
  },
} as const satisfies ExclusionRule;

/** `test@`, `test+1@` and `ana+test@` are how people mark a mailbox that they try things with. */
const TEST_MAILBOX = /^(test(ing)?(\+[^@]*)?|[^@]+\+test)@/;

/** X.3: a form that somebody filled in to see whether it works. */
export const testSubmission = {
  id: "test_submission",
  label: "Test submissions",
  judge(_activities, settings: TrailSettings) {
    const words = new Set(settings.testWords.map((word) => word.toLowerCase()));
    return (activity) =>
      answers(activity).some((text) => words.has(text) || TEST_MAILBOX.test(text));
  },
} as const satisfies ExclusionRule;

/** X.4: what our own reps did or noted before. */
export const internalSales = {
  id: "internal_sales",
  label: "Our own sales activity",
  judge: () => (activity) => activity.kind === "sales_activity",
} as const satisfies ExclusionRule;

/** X.2: what belongs to a product or business unit that the lead does not evaluate. */
export const otherProduct = {
  id: "other_product",
  label: "About another product",
  judge(_activities, settings) {
    const evaluated = new Set(settings.products.map((product) => product.trim().toLowerCase()));
    if (evaluated.size === 0) return () => false;
    return ({ product }) => product !== null && !evaluated.has(product.trim().toLowerCase());
  },
} as const satisfies ExclusionRule;

/** X.6: a person may leave out more than the rules do. */
export const byHand = {
  id: "by_hand",
  label: "Left out by a person",
  judge(_activities, settings) {
    const chosen = new Set(settings.leftOutByHand);
    return ({ id }) => chosen.has(id);
  },
} as const satisfies ExclusionRule;
