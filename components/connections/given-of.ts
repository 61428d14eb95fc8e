import { typed } from "../form/typed";

const PARTS = ["settings", "secrets"] as const;

/** A connection's name, and what inputs such as 'settings.address' and 'secrets.apiKey' hold, by part and key. */
export function givenOf(data: FormData) {
  const [settings, secrets] = PARTS.map((part) =>
    Object.fromEntries(
      [...data]
        .filter(([name]) => name.startsWith(`${part}.`))
        .map(([name, value]) => [name.slice(part.length + 1), String(value)]),
    ),
  );
  return { name: typed(data, "name"), settings: settings ?? {}, secrets: secrets ?? {} };
}
