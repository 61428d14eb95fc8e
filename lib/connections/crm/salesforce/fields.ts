import type { DescribeSObjectResult, Field } from "@jsforce/jsforce-node";
import { entryOf } from "@/lib/platform/entry-of";
import type { CrmField } from "../crm";

const KINDS: Readonly<Record<string, CrmField["kind"]>> = {
  string: "text",
  textarea: "text",
  email: "text",
  phone: "text",
  combobox: "text",
  url: "link",
  int: "number",
  long: "number",
  double: "number",
  currency: "number",
  percent: "number",
  boolean: "yes or no",
  datetime: "date",
  date: "day",
  picklist: "choice",
};

/** A field by Salesforce's own description of it. Both creating and changing it must be allowed. */
export function crmField(field: Field): CrmField {
  const { name, label, type, length, createable, updateable, restrictedPicklist } = field;
  const offered = (field.picklistValues ?? []).filter(({ active }) => active);
  return {
    name,
    label,
    type,
    kind: entryOf(KINDS, type) ?? "other",
    writeable: createable && updateable,
    length: length && length > 0 ? length : null,
    choices: restrictedPicklist && type === "picklist" ? offered.map(({ value }) => value) : null,
  };
}

/** What of an object's external id field is not as it must be, as a sentence; null where it is. */
export function idFault(object: DescribeSObjectResult, name: string): string | null {
  const field = object.fields.find((one) => one.name === name);
  const where = object.name === "Task" ? "Activity (for tasks)" : object.name;
  if (!field)
    return `${where} has no field ${name}, or the user may not see it: make it a text of 36 characters, unique, as external ID.`;
  if (!field.externalId) return `${object.name}.${name} is not marked as external ID.`;
  if (field.length !== undefined && field.length < 36)
    return `${object.name}.${name} holds ${field.length} characters and needs 36.`;
  if (!field.createable || !field.updateable)
    return `The user may not write ${object.name}.${name}: allow it in its permission set.`;
  return null;
}

/** What the user may not do with an object, as a sentence; null where it may write it. */
export function accessFault({
  name,
  createable,
  updateable,
}: DescribeSObjectResult): string | null {
  if (createable && updateable) return null;
  return `The user may not ${createable ? "change" : "create"} a ${name}: allow it in its permission set.`;
}
