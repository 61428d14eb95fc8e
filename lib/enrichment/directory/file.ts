import { z } from "zod";
import { keysOf } from "@/lib/platform/keys-of";
import { CRM_MATCHES } from "@/lib/standard/company-intelligence";

const text = z.string("must be text").trim().min(1, "is empty");
const domain = z
  .string("must be text")
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "must be a domain in lower case, such as acme.example");
const e164 = z
  .string("must be text")
  .regex(/^\+[1-9]\d{6,14}$/, "must be written like +4741234567");
const country = z.string("must be text").regex(/^[A-Z]{2}$/, "must be two letters, such as NO");

const person = z.strictObject({
  email: z
    .string("must be text")
    .regex(/^[^\s@A-Z]+@[^\s@A-Z]+$/, "must be an address in lower case"),
  given: text,
  family: text,
  /** The name in the person's own script, where the other two are a romanised form. */
  native: z.strictObject({ given: text, family: text }).optional(),
  title: text.optional(),
  phone: e164.optional(),
  linkedin: z
    .string("must be text")
    .regex(/^https:\/\/www\.linkedin\.com\/in\/[^/]+$/, "must be a person's LinkedIn address")
    .optional(),
  /** BCP 47. */
  language: text.optional(),
  /** False where the mailbox is known not to exist. */
  deliverable: z.boolean("must be true or false").optional(),
});
export type DirectoryPerson = z.infer<typeof person>;

const company = z.strictObject({
  domain,
  name: text,
  country,
  employees: z.number("must be a number").int().positive().optional(),
  /** A band, such as '€ 50–200 M'. */
  revenue: text.optional(),
  /** Vertical and second-order vertical: 'Logistics, cold chain'. */
  industry: text.optional(),
  techStack: z.array(text).min(1, "is empty").optional(),
  acceptsMail: z.boolean("must be true or false"),
  catchAll: z.boolean("must be true or false"),
  /** Left out where nobody has checked the CRM. */
  crm: z
    .strictObject({
      match: z.enum(keysOf(CRM_MATCHES)),
      name: text.optional(),
      stage: text.optional(),
      owner: text.optional(),
    })
    .optional(),
  people: z.array(person),
});
export type DirectoryCompany = z.infer<typeof company>;

/** What the built-in provider reads: companies by domain, and the people known at each. */
const directoryFile = z.strictObject({ companies: z.array(company) });
export type DirectoryFile = z.infer<typeof directoryFile>;

/** The file of BATON_DIRECTORY cannot be used. The message is meant for whoever wrote the file. */
export class InvalidDirectory extends Error {
  override name = "InvalidDirectory";
}

function contentOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new InvalidDirectory("The company directory is not JSON.", { cause });
  }
}

/** A value that occurs twice, or undefined. */
function repeated(values: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return values.find((value) => seen.has(value) || !seen.add(value));
}

/**
 * Reads a company directory; throws `InvalidDirectory` naming the first place that is wrong. A
 * domain or an address that occurs twice is refused, because which one counts would be chance.
 */
export function readDirectory(json: string): DirectoryCompany[] {
  const parsed = directoryFile.safeParse(contentOf(json));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = issue?.path.join(".") || "it";
    throw new InvalidDirectory(`In the company directory, ${place} ${issue?.message}.`);
  }
  const { companies } = parsed.data;
  const twice =
    repeated(companies.map(({ domain }) => domain)) ??
    repeated(companies.flatMap(({ people }) => people.map(({ email }) => email)));
  if (twice) throw new InvalidDirectory(`The company directory has ${twice} twice.`);
  return companies;
}
