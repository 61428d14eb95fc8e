import { z } from "zod";
import { amount, flag, text, texts } from "../facts/answer-schema";

/** A contact of /enrich/contact. Output fields of the company come back inside `company`. */
const zoominfoContact = z.object({
  firstName: text,
  lastName: text,
  email: text,
  /** The direct line; written as dialled within the contact's country. */
  phone: text,
  directPhoneDoNotCall: flag,
  mobilePhone: text,
  mobilePhoneDoNotCall: flag,
  jobTitle: text,
  /** 'Yes', 'No' or 'Uncertain': whether they have left the company given here. */
  personHasMoved: flag,
  country: text,
  externalUrls: z
    .array(z.object({ type: text, url: text }))
    .nullish()
    .catch(null),
  validDate: text,
  lastUpdatedDate: text,
  company: z.object({ name: text, website: text, phone: text }).nullish(),
});
export type ZoominfoContact = z.infer<typeof zoominfoContact>;

/** A company of /enrich/company. Its `revenue` is in thousands of dollars, unlike a contact's. */
const zoominfoCompany = z.object({
  id: z.union([z.number(), z.string()]).nullish(),
  name: text,
  website: text,
  domainList: texts,
  revenue: amount,
  revenueRange: text,
  employeeCount: amount,
  employeeRange: text,
  primaryIndustry: texts,
  industries: texts,
});
export type ZoominfoCompany = z.infer<typeof zoominfoCompany>;

const matches = <T extends z.ZodType>(one: T) =>
  z.object({
    success: z.literal(true),
    data: z.object({
      result: z.array(
        // A list for each thing asked, empty where there is no match; some accounts get it bare.
        z.object({
          matchStatus: text,
          data: z.union([z.array(one), one.transform((alone) => [alone])]),
        }),
      ),
    }),
  });

export const zoominfoContacts = matches(zoominfoContact);
export const zoominfoCompanies = matches(zoominfoCompany);

/** A company's technologies, of /enrich/tech; all of them come on its one page. */
export const zoominfoTechnologies = z.object({ data: z.array(z.object({ product: text })) });

export const zoominfoToken = z.object({ jwt: z.string().min(1) });

/** The older API sends a message only, the newer one an envelope with a code. */
export const zoominfoError = z.object({
  message: text,
  error: z
    .union([z.object({ code: text, message: text }), z.string()])
    .nullish()
    .catch(null),
});
