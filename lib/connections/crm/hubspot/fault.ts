import { failed } from "@/lib/enrichment/http/http";
import type { HubspotFailed } from "../../sources/hubspot/ask";
import type { NotWritten } from "../crm";

/** Statuses that another try may find mended: it was made, or deleted, in the moment between. */
const MEANWHILE: Readonly<Record<number, string>> = {
  404: "The record was deleted there meanwhile (404).",
  409: "A contact with this address or id was made there meanwhile (409).",
};

/**
 * What a refusal means for what goes out. A value that a property does not take is final, and names
 * the property; a scope that was taken away can be given again.
 */
export function notWritten(failure: HubspotFailed): NotWritten {
  const { scopes, faults = [], status = 0, ...told } = failure;
  if (scopes) return { ...told, cause: "unauthorised" };
  if (failure.cause !== "refused") return told;
  const meanwhile = MEANWHILE[status];
  if (meanwhile) return failed("broken", meanwhile);
  const [first] = faults;
  if (!first) return { ...told, final: true };
  const named = faults.map(({ code, property }) => `${property}, ${code}`).join("; ");
  return {
    ...failed("refused", `HubSpot does not take a value (${named}).`),
    final: true,
    field: first.property,
  };
}
