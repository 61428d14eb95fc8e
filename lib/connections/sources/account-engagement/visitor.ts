import { asObject, type Loose, textOf } from "@/lib/intake/tracking/loose";
import { externalIdOf } from "../external-id";
import type { Recognised } from "../source";

/** Whose a visit is: a prospect's, or a visitor's whom nobody knows yet; undefined where it does not say. */
export function visitorOf(of: Loose, connectionId: string): string | undefined {
  const { prospectId, visitorId } = idsOf(of);
  const id = prospectId ?? (visitorId && `visitor-${visitorId}`);
  return id ? externalIdOf("pardot", connectionId, id) : undefined;
}

/** Visitors who turn out to be prospects: each row that names both says so. */
export function recognised(rows: readonly Loose[], connectionId: string): Recognised[] {
  return rows.map(idsOf).flatMap(({ prospectId, visitorId }) => {
    if (!prospectId || !visitorId) return [];
    const name = externalIdOf("pardot", connectionId, `visitor-${visitorId}`);
    return [{ name, is: externalIdOf("pardot", connectionId, prospectId) }];
  });
}

const idsOf = (of: Loose) => ({
  prospectId: textOf(of, "prospectId") ?? textOf(asObject(of.visit), "prospectId"),
  visitorId: textOf(of, "visitorId"),
});
