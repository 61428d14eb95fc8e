import { type DescribedField, describedFields } from "./described-fields";

/** `document` is the name of what is answered. */
export type DescribedAnswer = {
  status: string;
  words: string;
  document: string | undefined;
  example: object | undefined;
};

/** An operation of the public API as people read it. */
export type DescribedOperation = {
  /** Its place in the page: `post-leads`. */
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string | undefined;
  /** What the key must be made for. */
  scope: string | undefined;
  example: object | undefined;
  takes: DescribedField[];
  answers: DescribedAnswer[];
};

type Content = { [type: string]: { schema: { $ref?: string }; example?: object } };
type Operation = {
  summary: string;
  description?: string;
  security?: { key?: string[] }[];
  parameters?: { name: string; required: boolean; description?: string; schema: object }[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content?: Content }>;
};
type Description = {
  paths?: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, object> };
};

const documentOf = (content: Content) => Object.values(content)[0]?.schema.$ref?.split("/").at(-1);

function described(path: string, method: string, operation: Operation): DescribedOperation {
  const { summary, description, security, parameters = [], requestBody, responses } = operation;
  const body = requestBody && Object.values(requestBody.content)[0];
  const properties = Object.fromEntries(
    parameters.map(({ name, description: words, schema }) => [
      name,
      { ...schema, ...(words ? { description: words } : {}) },
    ]),
  );
  const required = parameters.filter((one) => one.required).map(({ name }) => name);
  return {
    id: `${method}${path.replace("/api/v1", "").replaceAll(/[^a-z]+/gi, "-")}`.replace(/-$/, ""),
    method: method.toUpperCase(),
    path,
    summary,
    description,
    scope: security?.[0]?.key?.[0],
    example: body?.example,
    takes: [
      ...describedFields({ properties, required }),
      ...(body ? describedFields(body.schema) : []),
    ],
    answers: Object.entries(responses).map(([status, { description: words, content = {} }]) => ({
      status,
      words: words.replaceAll("`", ""),
      document: documentOf(content),
      example: Object.values(content)[0]?.example,
    })),
  };
}

/** The operations and documents of an OpenAPI description, in its order. */
export function operationsOf(description: object) {
  const { paths = {}, components } = description as Description;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => described(path, method, operation)),
  );
  const documents = Object.entries(components?.schemas ?? {}).map(([name, schema]) => ({
    name,
    fields: describedFields(schema),
  }));
  return { operations, documents };
}
