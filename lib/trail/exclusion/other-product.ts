import type { Activity } from "@/lib/intake/activities/activity";
import type { TrailSettings } from "../settings";
import { pagePath, sitePath } from "../wording/page-path";
import { answers } from "./answers";
import type { ExclusionRule } from "./rule";

const plain = (text: string) => text.trim().toLowerCase();
const words = (text: string) =>
  ` ${plain(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

/** `/energy` begins `/energy/pricing`, and not `/energy-saving`. */
function begins(path: string, start: string): boolean {
  const bare = start.replace(/\/+$/, "");
  return bare !== "" && (path === bare || path.startsWith(`${bare}/`));
}

/** However its address was sent, and in whatever language, unless that is where the unit begins. */
const isUnder = (address: string, starts: readonly string[]) =>
  starts.some((start) => begins(sitePath(address), start) || begins(pagePath(address), start));

/** What the sender tagged it with. */
function isTagged(
  { product }: Activity,
  evaluated: ReadonlySet<string>,
  others: readonly string[],
) {
  if (product === null || evaluated.has(plain(product))) return false;
  return evaluated.size > 0 || others.includes(plain(product));
}

/** X.2: the form belongs to another product, or was answered with nothing but others. */
function isOtherForm(activity: Activity, others: readonly string[]): boolean {
  if (activity.kind !== "form_submitted") return false;
  const name = words(activity.details.form);
  if (others.some((other) => name.includes(words(other)))) return true;
  const given = answers(activity).filter(({ text }) =>
    text.split(/[,;|]/).every((part) => others.includes(part.trim())),
  );
  return given.length > 0;
}

function unrelated(settings: TrailSettings) {
  const evaluated = new Set(settings.products.map(plain));
  const others = settings.otherProducts.map(plain).filter((other) => !evaluated.has(other));
  const starts = settings.otherPaths.map(plain);
  return (activity: Activity) =>
    isTagged(activity, evaluated, others) ||
    isOtherForm(activity, others) ||
    (activity.kind === "page_viewed" && isUnder(activity.details.path, starts));
}

/** X.2: what belongs to a product or business unit that the lead does not evaluate. */
export const otherProduct = {
  id: "other_product",
  label: () => "About another product",
  why: "It is tagged with another product or business unit, or its page or form belongs to one.",
  judge: (_activities, settings) => unrelated(settings),
} as const satisfies ExclusionRule;
