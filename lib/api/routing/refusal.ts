import { inWords } from "@/lib/access/requests/field-errors";
import { problem } from "@/lib/access/requests/problem";
import type { Decided } from "./decision";

type HandedOff = Extract<Decided, { handoff: unknown }>;

/**
 * What a router is answered where its decision made no handoff (RFC 9457).
 * `noLead` is said where there is no such lead.
 */
export function refusalOf(decided: Exclude<Decided, HandedOff>, noLead: string): Response {
  switch (decided.result) {
    case "no lead":
      return problem(404, noLead);
    case "wrong":
      return problem(400, inWords([decided.error]), { errors: [decided.error] });
    case "hindered":
      return problem(409, `${decided.owner} ${decided.why}.`);
    case "refused":
      return problem(409, decided.reason, { missing: [] });
    case "held": {
      const { reason, missing, kept } = decided;
      return problem(409, reason, { missing: missing.map(({ id }) => id), kept });
    }
  }
}
