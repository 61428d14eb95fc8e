import { ADDRESS_SETTING } from "@/lib/enrichment/http/http-settings";
import { wrongAddress } from "../../wrong-address";
import type { Crm, CrmGiven, CrmSystem } from "../crm";
import { matchProvider } from "../match-of";
import { answerOf } from "../no-answer";
import { noneAsked } from "../none-written";
import { accountOf, ID_NAME } from "./account";
import { changesSince } from "./changes";
import { crmFields, fieldsOf } from "./fields";
import { lacking } from "./lacking";
import { askMatch } from "./match";
import { writeLeads } from "./write";

/** Pipedrive: https://developers.pipedrive.com/docs/api/v1 (leads, notes) and v2 (persons, deals) */
export const pipedrive: CrmSystem = {
  id: "pipedrive",
  label: "Pipedrive",
  settings: [
    { key: "apiToken", label: "API token", secret: true },
    { key: "idField", label: "Name of the field for Baton’s id", secret: false, optional: true },
    ADDRESS_SETTING,
  ],
  needs: `It needs the API token of a user who may change persons, leads and notes, and a custom text field ‘${ID_NAME}’ on persons and on deals, whose fields leads share.`,
  firstMap: [
    { from: "C1.1", to: "Person: Name" },
    { from: "C1.5", to: "Person: Phone" },
  ],
  wrong(key, value) {
    if (key === "address") return wrongAddress(value);
    return key === "idField" && value.length > 100 ? "is longer than a field’s name" : null;
  },
  connect: (given) =>
    matchProvider({ id: "pipedrive", label: "Pipedrive" }, (subject, signal) =>
      answerOf(() => askMatch(accountOf(given, signal), subject)),
    ),
  open,
};

function open(given: CrmGiven): Crm {
  const within = <T>(
    signal: AbortSignal,
    work: (account: ReturnType<typeof accountOf>) => Promise<T>,
  ) => answerOf(() => work(accountOf(given, signal)));
  return {
    describe: (signal) =>
      within(signal, async (account) => crmFields(await fieldsOf(account), account.idName)),
    lacks: (entries, signal) => within(signal, (account) => lacking(account, entries)),
    async write(going, signal) {
      const written = await within(signal, (account) => writeLeads(account, going));
      return Array.isArray(written) ? written : noneAsked(going, written);
    },
    changes: (from, signal) => within(signal, (account) => changesSince(account, from)),
  };
}
