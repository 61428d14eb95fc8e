/** A field of a body, a query or a document, in words. */
export type DescribedField = {
  /** A path such as `activities[].kind`. */
  name: string;
  /** Such as `text, up to 500 characters` or `one of call, email`. */
  kind: string;
  required: boolean;
  description: string | undefined;
};

type Schema = {
  type?: string | string[];
  format?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  maxLength?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  description?: string;
  $ref?: string;
};

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  integer: "whole number",
  number: "number",
  boolean: "true or false",
  object: "object",
  array: "list",
  null: "null",
};
const FORMATS: Readonly<Record<string, string>> = {
  uuid: "id",
  uri: "address",
  "date-time": "time",
};

/** What all the alternatives but null say, where it is one. */
function only(schema: Schema): { schema: Schema; orNull: boolean } {
  const options = schema.anyOf ?? schema.oneOf ?? [];
  const said = options.filter(({ type }) => type !== "null");
  const [first] = said;
  const orNull = said.length < options.length;
  return said.length === 1 && first ? { schema: first, orNull } : { schema, orNull };
}

function bare(schema: Schema): string {
  if (schema.$ref) return schema.$ref.split("/").at(-1) ?? "";
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.enum) return `one of ${schema.enum.join(", ")}`;
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return [...new Set(options.map(kindOf))].join(" or ");
  const type = [schema.type ?? []].flat().map((one) => KINDS[one] ?? one);
  const named = (schema.format && FORMATS[schema.format]) || type.join(" or ") || "anything";
  if (schema.type === "array" && schema.items) return `list of ${kindOf(schema.items)}`;
  return named;
}

function limit({ maxLength, maxItems, minimum, maximum }: Schema): string {
  if (maxLength !== undefined) return `, up to ${maxLength} characters`;
  if (maxItems !== undefined) return `, up to ${maxItems}`;
  const bounded = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  return minimum !== undefined && bounded ? `, ${minimum} to ${maximum}` : "";
}

function kindOf(given: Schema): string {
  const { schema, orNull } = only(given);
  return `${bare(schema)}${limit(schema)}${orNull ? " or null" : ""}`;
}

/**
 * Several kinds of one object, such as the activities: the fields of all of them, required where
 * each requires it, and what tells them apart as a choice.
 */
function joined(options: readonly Schema[]): Schema {
  const [first] = options;
  const names = [...new Set(options.flatMap(({ properties = {} }) => Object.keys(properties)))];
  const properties = names.map((name): [string, Schema] => {
    const those = options.flatMap(({ properties: own }) => own?.[name] ?? []);
    const constants = those.flatMap((one) => (one.const === undefined ? [] : [one.const]));
    const [sample = {}] = those;
    return [name, constants.length > 1 ? { enum: constants } : sample];
  });
  const required = first?.required?.filter((name) =>
    options.every((one) => one.required?.includes(name)),
  );
  return { properties: Object.fromEntries(properties), required: required ?? [] };
}

/** The fields of a JSON Schema for people to read, those of objects inside it after their own line. */
export function describedFields(given: object, under = ""): DescribedField[] {
  const { schema: one } = only(given as Schema);
  const options = (one.oneOf ?? one.anyOf)?.filter(({ properties }) => properties);
  const schema = options && options.length > 1 ? joined(options) : one;
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]): DescribedField[] => {
    const name = `${under}${key}`;
    const { schema: inner } = only(field);
    const line = {
      name,
      kind: kindOf(field),
      required: required.has(key),
      description: field.description,
    };
    if (inner.type === "array" && inner.items)
      return [line, ...describedFields(inner.items, `${name}[].`)];
    return [line, ...describedFields(inner, `${name}.`)];
  });
}
