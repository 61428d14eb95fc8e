import { type Failed, failed } from "@/lib/enrichment/http/http";
import { ADDRESS_SETTING } from "@/lib/enrichment/http/http-settings";
import { wrongAddress } from "../../wrong-address";
import { type Crm, type CrmGiven, type CrmSystem, isWritten, type Written } from "../crm";
import { matchProvider } from "../match-of";
import { noneAsked, noneWritten } from "../none-written";
import { accountOf } from "./account";
import { changesSince } from "./changes";
import { crmField } from "./fields";
import { lacking, lackingToWrite } from "./lacking";
import { askMatch } from "./match";
import { within } from "./org";
import { writeLeads } from "./write";

/** The field that holds our id, on leads and on tasks, unless an admin says another. */
const ID_FIELD = "Baton_Id__c";
const idFieldOf = ({ settings }: CrmGiven) => String(settings.idField ?? ID_FIELD);

const isFailed = (outcome: object): outcome is Failed => "answer" in outcome;

/** Salesforce, through jsforce: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/ */
export const salesforce: CrmSystem = {
  id: "salesforce",
  label: "Salesforce",
  settings: [
    { key: "clientId", label: "Consumer key", secret: false },
    { key: "clientSecret", label: "Consumer secret", secret: true },
    { key: "refreshToken", label: "Refresh token", secret: true, optional: true },
    { ...ADDRESS_SETTING, label: "Login address" },
    { key: "idField", label: "External ID field", secret: false, optional: true },
  ],
  needs: `It needs a connected app with the scope ‘api’, and on Lead and on Activity a text field ${ID_FIELD} of 36 characters, unique, as external ID. A sandbox’s login address is https://test.salesforce.com; where there is no refresh token, the app signs in itself, at the address of My Domain.`,
  firstMap: [
    { from: "C1.1.given", to: "FirstName" },
    { from: "C1.1.family", to: "LastName" },
    { from: "C1.2", to: "Title" },
    { from: "C1.3", to: "Company" },
    { from: "C1.4", to: "Email" },
    { from: "C1.5", to: "Phone" },
    { from: "C2.1", to: "NumberOfEmployees" },
    { from: "C2.3", to: "Industry" },
    { from: "C5.3.channel", to: "LeadSource" },
  ],
  wrong(key, value) {
    if (key === "address") return wrongAddress(value);
    if (key !== "idField") return null;
    return /^[A-Za-z]\w{0,40}__c$/.test(value)
      ? null
      : `is not a field’s API name such as ${ID_FIELD}`;
  },
  connect(given) {
    const account = accountOf(given);
    return matchProvider({ id: "salesforce", label: "Salesforce" }, (subject, signal) =>
      within(account, signal, (org) => askMatch(org, subject)),
    );
  },
  open,
};

/** True where not the lead but the field that holds our id was refused. */
const isIdRefused = (one: Written, idField: string) => !isWritten(one) && one.not.field === idField;

/** A lead whose id was refused waits, as what is wrong with the field is wrong for all of them. */
function waiting(one: Written, idField: string, words: string | null): Written {
  if (isWritten(one) || one.not.field !== idField) return one;
  const { id, not } = one;
  return { id, not: failed("refused", words ?? not.words) };
}

function open(given: CrmGiven): Crm {
  const account = accountOf(given);
  const idField = idFieldOf(given);
  return {
    async describe(signal) {
      const object = await within(account, signal, (org) => org.describe("Lead"));
      if (isFailed(object)) return object;
      return object.fields.map(crmField).filter(({ name }) => name !== idField);
    },
    lacks: (entries, signal) => within(account, signal, (org) => lacking(org, idField, entries)),
    async write(going, signal) {
      const written = await within(account, signal, (org) => writeLeads(org, idField, going));
      const ofTheOrg = Array.isArray(written)
        ? written.some((one) => isIdRefused(one, idField))
        : written.cause === "refused";
      if (!ofTheOrg) return Array.isArray(written) ? written : noneWritten(going, written);
      // What is missing there is no lead's fault, and each goes out once it is there again.
      const lacks = await within(account, signal, (org) => lackingToWrite(org, idField, []));
      const words = Array.isArray(lacks) && lacks.length > 0 ? lacks.join(" ") : null;
      if (Array.isArray(written)) return written.map((one) => waiting(one, idField, words));
      return words ? noneAsked(going, failed("refused", words)) : noneWritten(going, written);
    },
    changes: (from, signal) => within(account, signal, (org) => changesSince(org, idField, from)),
  };
}
