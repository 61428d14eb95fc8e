import { log } from "@/lib/platform/log";
import { secretsIfReadable } from "../secrets";
import type { Crm, CrmGiven } from "./crm";
import { crmOf } from "./crms";

type Stored = {
  id: string;
  system: string;
  settings: CrmGiven["settings"];
  secrets: string | null;
};

/** A connection's CRM, ready to be spoken to; null where its system or its secret is not known any more. */
export function opened({ id, system, settings, secrets }: Stored): Crm | null {
  const read = secretsIfReadable({ id, secrets });
  if (read) return crmOf(system)?.open({ settings, secrets: read }) ?? null;
  log().error({ connection: id }, "A CRM's secrets cannot be read; they must be given anew");
  return null;
}
