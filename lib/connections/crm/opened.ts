import { log } from "@/lib/platform/log";
import { Unreadable } from "../seal";
import { openSecrets } from "../secrets";
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
  try {
    return crmOf(system)?.open({ settings, secrets: openSecrets(secrets, id) }) ?? null;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    log().error({ connection: id }, "A CRM's secrets cannot be read; they must be given anew");
    return null;
  }
}
