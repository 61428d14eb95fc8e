import { type Failed, failed } from "@/lib/enrichment/http";
import { keptTokens } from "@/lib/enrichment/kept-token";
import { type Account, grantOf } from "../../crm/salesforce/account";

/** A business unit of Account Engagement, and how Baton signs in: with Salesforce. */
export type Unit = { host: string; account: Account; businessUnit: string };

/** 'Manage Pardot services'; without it a token opens nothing of Account Engagement. */
const SCOPES = ["pardot_api", "full"];

async function signIn(account: Account): Promise<string | Failed> {
  const granted = await grantOf(account);
  if ("answer" in granted) return granted;
  const { scopes, session } = granted;
  if (scopes && !scopes.some((one) => SCOPES.includes(one)))
    return failed("unauthorised", "The app lacks the scope ‘pardot_api’ (Manage Pardot services).");
  return session.token;
}

const tokens = keptTokens(signIn);
export const tokenOf = tokens.of;
export const forgetToken = tokens.forget;
