import { z } from "zod";
import { reasonInput } from "@/lib/access/next-version";
import { emailAddress } from "@/lib/intake/emails/email";
import { isFreeMail } from "@/lib/intake/emails/mail-domains";
import { leadId } from "@/lib/intake/lead-id";
import { CHOICES_MOST } from "./exclusion/choices";
import { type ExclusionSettings, WINDOW_GROUPS, type WindowGroup } from "./settings";

const MOST_ENTRIES = 200;
const LONGEST_ENTRY = 100;
/** Activities are read back this far; a longer window would promise what nobody reads. In days. */
const LONGEST_WINDOW = 365;
/** The database keeps what is younger whatever it is asked (`baton_forget_months`). */
const SHORTEST_RETENTION = 7;

const whole = (least: number, most: number, unit: string) =>
  z
    .number(`Give a whole number of ${unit}.`)
    .int(`Give a whole number of ${unit}.`)
    .min(least, `Give at least ${least} ${unit}.`)
    .max(most, `Give at most ${most} ${unit}.`);

/** Texts, each once; `fault` says what is wrong with one, and the list's error names it. */
const list = (fault: (entry: string) => string | null = () => null) =>
  z
    .array(z.string())
    .transform((given) => [...new Set(given.map((one) => one.trim()).filter(Boolean))])
    .superRefine((entries, context) => {
      const wrong = (message: string) => context.addIssue({ code: "custom", message });
      if (entries.length > MOST_ENTRIES) wrong(`Give at most ${MOST_ENTRIES}.`);
      for (const entry of entries) {
        const reason = entry.length > LONGEST_ENTRY ? "is too long." : fault(entry);
        if (reason) return wrong(`‘${entry.slice(0, LONGEST_ENTRY)}’ ${reason}`);
      }
    });

const domainFault = (domain: string) => {
  if (!/^([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u.test(domain)) {
    return "is no domain. Write it like nordlys.com.";
  }
  return isFreeMail(domain.toLowerCase()) ? "is used by everybody, leads too." : null;
};

const addressFault = (address: string) =>
  emailAddress(address).ok ? null : "is no email address. Write it like ana@agency.com.";

const pathFault = (path: string) => {
  if (!path.startsWith("/") || path.startsWith("//")) return "is no path. Write it like /energy.";
  return path === "/" ? "is every page. Name the part of the site." : null;
};

/** Found in the user agent of most browsers, so that a mark that is part of it marks everybody. */
const BROWSERS = [
  "mozilla/5.0 (windows nt 10.0; win64; x64) applewebkit/537.36 (khtml, like gecko) chrome/141.0.0.0 safari/537.36 edg/141.0.0.0",
  "mozilla/5.0 (macintosh; intel mac os x 10_15_7) applewebkit/605.1.15 (khtml, like gecko) version/26.0 mobile/15e148 safari/604.1",
  "mozilla/5.0 (x11; linux x86_64; rv:144.0) gecko/20100101 firefox/144.0",
  "mozilla/5.0 (linux; android 15; iphone) outlook thunderbird",
];

const markFault = (mark: string) => {
  if (mark.length < 4) return "is too short: it would be found in browsers too.";
  const found = BROWSERS.some((browser) => browser.includes(mark.toLowerCase()));
  return found ? "is found in ordinary browsers, so every visit would be left out." : null;
};

const wordFault = (word: string) =>
  word.length < 3 ? "is too short: people answer with it in earnest." : null;

const shape = {
  windowDays: whole(7, LONGEST_WINDOW, "days"),
  windows: z.strictObject(
    Object.fromEntries(
      Object.keys(WINDOW_GROUPS).map((group) => [
        group,
        whole(1, LONGEST_WINDOW, "days").optional(),
      ]),
    ) as Record<WindowGroup, z.ZodOptional<z.ZodNumber>>,
  ),
  dormantDays: whole(14, LONGEST_WINDOW, "days"),
  scannerSeconds: whole(0, 120, "seconds"),
  burstMilliseconds: whole(0, 10_000, "milliseconds"),
  ownDomains: list(domainFault),
  staffAddresses: list(addressFault),
  products: list().nullable(),
  otherProducts: list(wordFault),
  otherPaths: list(pathFault),
  testWords: list(wordFault),
  gatewayMarks: list(markFault),
  prefetchMarks: list(markFault),
  retentionMonths: whole(SHORTEST_RETENTION, 240, "months").nullable(),
};

type Problem = { path: string[]; message: string };

function longerThanAll({ windows, windowDays }: ExclusionSettings): Problem[] {
  return Object.entries(windows).flatMap(([group, days]) =>
    days !== undefined && days > windowDays
      ? [{ path: ["windows", group], message: `Nothing counts for more than ${windowDays} days.` }]
      : [],
  );
}

function bothProducts({ products, otherProducts }: ExclusionSettings): Problem[] {
  const ours = new Set(products?.map((one) => one.toLowerCase()));
  const both = otherProducts.find((one) => ours.has(one.toLowerCase()));
  if (!both) return [];
  return [{ path: ["otherProducts"], message: `‘${both}’ is among the products that count.` }];
}

/** The whole of the settings, with one clear error a field. */
export const exclusionInput = z.strictObject(shape).superRefine((given, context) => {
  for (const problem of [...longerThanAll(given), ...bothProducts(given)]) {
    context.addIssue({ code: "custom", ...problem });
  }
});

/** The settings as they are given, before they are checked. */
export type ExclusionsGiven = z.input<typeof exclusionInput>;

/** Settings to be looked at before they are saved. */
export const tryExclusionsInput = z.strictObject({ settings: exclusionInput });

/** Settings to be saved as the next version. */
export const saveExclusionsInput = tryExclusionsInput.extend({
  /** The version they were made from, so that nobody's change is lost. */
  basedOn: z.number().int().min(0),
  reason: reasonInput,
});

/** Activities of one lead that a person chooses about. */
export const choiceInput = z.strictObject({
  leadId,
  activityIds: z
    .array(z.guid("There is no such activity."))
    .min(1, "Choose at least one activity.")
    .max(CHOICES_MOST, `Choose at most ${CHOICES_MOST} activities at a time.`),
  words: z.string().trim().max(300, "This is too long: 300 characters at most.").optional(),
});

/** Activities to be brought back: some, or all that one rule leaves out. */
export const bringBackInput = z.union([
  choiceInput,
  z.strictObject({ leadId, rule: z.string().max(50) }),
]);
