import { z } from "zod";
import { amount, flag, text, texts } from "../facts/answer-schema";

const name = z.object({ fullName: text, givenName: text, familyName: text }).nullish();
const handle = z.object({ handle: text }).nullish();

/** A person of api version 2019-12-19; older versions lack `geo`, `employment.role` and `fuzzy`. */
const clearbitPerson = z.object({
  id: z.string(),
  name,
  email: text,
  geo: z.object({ country: text, countryCode: text }).nullish(),
  employment: z.object({ name: text, title: text, domain: text }).nullish(),
  linkedin: handle,
  /** True where the address was matched by likeness. */
  fuzzy: flag,
});
export type ClearbitPerson = z.infer<typeof clearbitPerson>;

/** A company; `employees` and `categories` are what versions before 2015 had instead. */
export const clearbitCompany = z.object({
  id: z.string(),
  name: text,
  legalName: text,
  domain: text,
  domainAliases: texts,
  phone: text,
  employees: amount,
  category: z
    .object({ industry: text, subIndustry: text, sicCode: text, naicsCode: text })
    .nullish(),
  categories: texts,
  metrics: z
    .object({
      employees: amount,
      employeesRange: text,
      annualRevenue: amount,
      estimatedAnnualRevenue: text,
    })
    .nullish(),
  tech: texts,
});
export type ClearbitCompany = z.infer<typeof clearbitCompany>;

/** Either may be null: Clearbit knows the one without the other. */
export const clearbitCombined = z.object({
  person: clearbitPerson.nullable(),
  company: clearbitCompany.nullable(),
});

/** The envelope of everything that is no result, a queued lookup included. */
export const clearbitError = z.object({ error: z.object({ type: text }) });
