import type { Failed } from "@/lib/enrichment/http/http";
import { keptTokens } from "@/lib/enrichment/http/kept-token";
import { type Account, signIn } from "../../crm/salesforce/account";

/** A business unit of Account Engagement, and how Baton signs in: with Salesforce. */
export type Unit = { host: string; account: Account; businessUnit: string };

/** 'Manage Pardot services'; without it a token opens nothing of Account Engagement. */
const SCOPES = ["pardot_api", "full"];
const LACKING = "The app lacks the scope ‘pardot_api’ (Manage Pardot services).";

async function tokenFor(account: Account): Promise<string | Failed> {
  const session = await signIn(account, SCOPES, LACKING);
  return "answer" in session ? session : session.token;
}

const tokens = keptTokens(tokenFor);
export const tokenOf = tokens.of;
export const forgetToken = tokens.forget;
