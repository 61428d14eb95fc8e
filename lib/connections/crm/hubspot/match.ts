import type { Answer, Subject } from "@/lib/enrichment/provider";
import type { HubspotObject } from "../../sources/hubspot/objects";
import { matchAnswer, matchOf, NO_ADDRESS } from "../match-of";
import { type Account, objectsBy } from "./account";
import { searched } from "./searched";

const ASKED = [
  "domain",
  "lifecyclestage",
  "hubspot_owner_id",
  "hs_num_open_deals",
  "num_associated_deals",
  "total_revenue",
];
/** Stages that a company has because somebody sells to it, and not because a form was filled. */
const SOLD_TO = /opportunity|customer|client|evangelist|churn|former|salesqualified/i;

const number = (text: string | null | undefined) => Number(text ?? 0) || 0;

/**
 * HubSpot makes a company of every domain that writes to it, so that being there says little: it is
 * an account once somebody owns it, a deal was opened, or its stage says that it is sold to.
 */
const isAccount = ({ properties: of }: HubspotObject) =>
  Boolean(of.hubspot_owner_id) ||
  number(of.num_associated_deals) > 0 ||
  SOLD_TO.test(of.lifecyclestage ?? "");

async function companiesOf(account: Account, { email, domain }: Subject): Promise<HubspotObject[]> {
  const contacts = email
    ? await objectsBy(account, "contacts", "email", [email], ["associatedcompanyid"])
    : [];
  const ids = contacts.flatMap(({ properties }) => properties.associatedcompanyid || []);
  const known = ids.length > 0 ? await objectsBy(account, "companies", null, ids, ASKED) : [];
  const filter = { propertyName: "domain", operator: "EQ", value: domain ?? "" };
  const same = domain ? await searched(account, "companies", [filter], ASKED) : [];
  return [...known, ...same];
}

/** Asks HubSpot what a lead's company is to us (C2.5). 'None' is an answer. */
export async function askMatch(account: Account, subject: Subject): Promise<Answer> {
  if (!subject.email && !subject.domain) return NO_ADDRESS;
  const companies = (await companiesOf(account, subject)).filter(isAccount);
  return matchAnswer(
    matchOf(
      companies.map(({ properties }) => properties.lifecyclestage ?? ""),
      companies.map(({ properties: of }) => ({
        open: number(of.hs_num_open_deals) > 0,
        won: number(of.total_revenue) > 0,
      })),
    ),
  );
}
