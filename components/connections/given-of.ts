const PARTS = ["settings", "secrets"] as const;

/** What a form with inputs such as 'settings.address' and 'secrets.apiKey' holds, by part and key. */
export function givenOf(data: FormData) {
  const [settings, secrets] = PARTS.map((part) =>
    Object.fromEntries(
      [...data]
        .filter(([name]) => name.startsWith(`${part}.`))
        .map(([name, value]) => [name.slice(part.length + 1), String(value)]),
    ),
  );
  return { settings: settings ?? {}, secrets: secrets ?? {} };
}
