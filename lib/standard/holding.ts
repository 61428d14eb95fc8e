import { CATEGORIES, type FieldId, type FieldValues, fieldDefinition } from "./categories";
import { type MissingField, missingIn, shortfall } from "./completeness";
import { bitsOf, type FieldStates, fieldsOf } from "./field-states";
import type { Requirement, Standard } from "./standard";

/** Prose: a rep never waits for it, so that a drafted summary passes the gate (G.5). */
const PROSE: FieldId = "C3.9";

/** True for what only the routing itself can fill: it cannot be waited for before the routing. */
function comesWithRouting(id: FieldId): boolean {
  return fieldDefinition(id).sources.every((source) => source === "routing");
}

/** A field that the gate waits for, and whether it must be verified. */
type Gating = { id: FieldId; verified: boolean };

/**
 * What a standard makes the gate wait for: the required fields of the categories that gate, without
 * what comes with the routing. The same rule as baton_gate_shortfall in the database.
 */
function gatingFields(standard: Pick<Standard, "gates" | "requirements">): Gating[] {
  const required = ({ level }: Requirement) => level === "required";
  return CATEGORIES.filter(({ key }) => standard.gates.includes(key)).flatMap(({ fields }) =>
    fields
      .filter(({ id }) => required(standard.requirements[id]) && !comesWithRouting(id))
      .map(({ id }) => ({
        id,
        verified: standard.requirements[id].trust === "verified" && id !== PROSE,
      })),
  );
}

/** The fields that keep a lead at the gate (G.1), each with why; none where it may pass. */
export function holding(fields: FieldValues, standard: Standard): MissingField[] {
  const gating = new Map(gatingFields(standard).map(({ id, verified }) => [id, verified]));
  return CATEGORIES.flatMap((category) => missingIn(category, fields, standard)).filter(
    ({ id, why }) => gating.has(id) && (why !== "not_verified" || gating.get(id)),
  );
}

/** What a standard asks at the gate, as bits: what must be filled, and what of it verified. */
export function gatingBits(standard: Pick<Standard, "gates" | "requirements">): FieldStates {
  const gating = gatingFields(standard);
  return {
    filled: bitsOf(gating.map(({ id }) => id)),
    verified: bitsOf(gating.filter(({ verified }) => verified).map(({ id }) => id)),
  };
}

/** `holding` from the stored states alone: the fields, without why. */
export function holdingByStates(
  states: FieldStates,
  standard: Pick<Standard, "gates" | "requirements">,
): FieldId[] {
  const filled = new Set(fieldsOf(states.filled));
  const verified = new Set(fieldsOf(states.verified));
  return gatingFields(standard)
    .filter((field) => !(field.verified ? verified : filled).has(field.id))
    .map(({ id }) => id);
}

/** Why each of the fields that `holdingByStates` names holds a lead, by its values alone. */
export function reasonsOf(
  ids: readonly FieldId[],
  fields: FieldValues,
  standard: Pick<Standard, "requirements">,
): MissingField[] {
  return ids.flatMap((id) => {
    const definition = fieldDefinition(id);
    const why = shortfall(definition, fields[id], standard.requirements[id]);
    return why ? [{ id, label: definition.label, why }] : [];
  });
}
