import { failed } from "@/lib/enrichment/http/http";
import { ADDRESS_SETTING } from "@/lib/enrichment/http/http-settings";
import { wrongAddress } from "../../wrong-address";
import type { Crm, CrmGiven, CrmSystem } from "../crm";
import { matchProvider } from "../match-of";
import { answerOf } from "../no-answer";
import { noneAsked } from "../none-written";
import { accountOf, ID_PROPERTY } from "./account";
import { changesSince } from "./changes";
import { crmFields, idFault, properties } from "./fields";
import { lacking } from "./lacking";
import { askMatch } from "./match";
import { writeContacts } from "./write";

/**
 * HubSpot as the CRM that reps work in. It is a connection of its own beside the one that reads
 * HubSpot as a MAP: each is tested, paused and removed without the other, and its token need not
 * be allowed what the other's is.
 */
export const hubspotCrm: CrmSystem = {
  id: "hubspot_crm",
  label: "HubSpot CRM",
  settings: [
    { key: "accessToken", label: "Private app access token", secret: true },
    { key: "idField", label: "Property for Baton’s id", secret: false, optional: true },
    ADDRESS_SETTING,
  ],
  needs: `It needs a private app’s token with crm.objects.contacts.read and .write, crm.schemas.contacts.read, crm.objects.owners.read, crm.objects.companies.read and crm.objects.deals.read, and on contacts a single-line text property ${ID_PROPERTY} whose values are unique. To read leads from HubSpot, connect HubSpot, too; the same token may serve both.`,
  firstMap: [
    { from: "C1.1.given", to: "firstname" },
    { from: "C1.1.family", to: "lastname" },
    { from: "C1.2", to: "jobtitle" },
    { from: "C1.3", to: "company" },
    { from: "C1.5", to: "phone" },
    { from: "C1.6", to: "hs_linkedin_url" },
  ],
  wrong(key, value) {
    if (key === "address") return wrongAddress(value);
    if (key !== "idField") return null;
    return /^[a-z]\w{0,99}$/.test(value)
      ? null
      : `is not a property’s internal name such as ${ID_PROPERTY}`;
  },
  connect: (given) =>
    matchProvider({ id: "hubspot_crm", label: "HubSpot CRM" }, (subject, signal) =>
      answerOf(() => askMatch(accountOf(given, signal), subject)),
    ),
  open,
};

function open(given: CrmGiven): Crm {
  return {
    describe: (signal) =>
      answerOf(async () => {
        const account = accountOf(given, signal);
        return crmFields(await properties(account), account.idField);
      }),
    lacks: (entries, signal) => answerOf(() => lacking(accountOf(given, signal), entries)),
    async write(going, signal) {
      const account = accountOf(given, signal);
      const written = await answerOf(() => writeContacts(account, going));
      if (Array.isArray(written)) return written;
      const all = written.cause === "refused" && (await answerOf(() => properties(account)));
      const fault = Array.isArray(all) ? idFault(all, account.idField) : null;
      return noneAsked(going, fault === null ? written : failed("refused", fault));
    },
    changes: (from, signal) => answerOf(() => changesSince(accountOf(given, signal), from)),
  };
}
