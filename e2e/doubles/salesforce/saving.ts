import type { Field } from "./objects";
import type { Row } from "./soql";

export type SaveError = { statusCode: string; message: string; fields: string[] };

const error = (statusCode: string, message: string, fields: string[] = []): SaveError => ({
  ...{ statusCode, message, fields },
});

const NUMBERS = ["int", "double", "currency", "percent"];

/** What makes a whole call unreadable, as one array of errors with `errorCode`; null where nothing does. */
export function callFault(records: Row[], fields: Field[], object: string) {
  for (const record of records) {
    for (const [name, value] of Object.entries(record)) {
      if (name === "attributes") continue;
      const known = fields.find((one) => one.name === name);
      if (!known) {
        const message = `No such column '${name}' on sobject of type ${object}`;
        return { errorCode: "INVALID_FIELD", message };
      }
      const type = NUMBERS.includes(known.type) ? "number" : known.type;
      const wrong =
        (type === "number" && typeof value !== "number") ||
        (type === "boolean" && typeof value !== "boolean") ||
        (type === "date" && !/^\d{4}-\d\d-\d\d$/.test(String(value)));
      if (wrong && value !== null) {
        const message = `Cannot deserialize instance of ${known.type} from VALUE_STRING value ${value} or request may be missing a required field at [line:1, column:2]`;
        return { errorCode: "JSON_PARSER_ERROR", message };
      }
    }
  }
  return null;
}

/** What is wrong with one record; null where it can be kept. */
export function recordFault(record: Row, fields: Field[], before: Row | null): SaveError | null {
  if (before?.IsConverted)
    return error("CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead");
  for (const [name, value] of Object.entries(record)) {
    const known = fields.find((one) => one.name === name);
    if (!known || value === null || name === "Id") continue;
    if (!known.createable)
      return error("INVALID_FIELD_FOR_INSERT_UPDATE", `Unable to create/update fields: ${name}`, [
        name,
      ]);
    if (typeof value === "string" && known.length > 0 && value.length > known.length)
      return error(
        "STRING_TOO_LONG",
        `${known.label}: data value too large: ${value} (max length=${known.length})`,
        [name],
      );
    const offered = known.picklistValues.some((one) => one.value === value);
    if (known.restrictedPicklist && !offered)
      return error(
        "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
        `${known.label}: bad value for restricted picklist field: ${value}`,
        [name],
      );
  }
  return null;
}
