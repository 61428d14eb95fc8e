import { CopyButton } from "../ui/copy-button";
import { Section } from "../ui/section";

type Door = { name: string; address: string; does: string; example: string };

/** The addresses that take data in, each with a call that works once the key is filled in. */
function doors(base: string): Door[] {
  return [
    {
      name: "Public API",
      address: `${base}/api/v1`,
      does: "Leads, activities and handoffs as JSON, with an API key.",
      example: [
        `curl ${base}/api/v1/leads \\`,
        `  -H "Authorization: Bearer $API_KEY" \\`,
        `  -H "Content-Type: application/json" \\`,
        `  -d '{"email":"ada@example.com","firstName":"Ada"}'`,
      ].join("\n"),
    },
    {
      name: "Tracking API",
      address: `${base}/v1`,
      does: "What visitors do, from any library of Segment or RudderStack, with a tracking key.",
      example: [
        `curl ${base}/v1/identify \\`,
        `  -u "$WRITE_KEY:" \\`,
        `  -H "Content-Type: application/json" \\`,
        `  -d '{"userId":"ada-1","traits":{"email":"ada@example.com"}}'`,
      ].join("\n"),
    },
  ];
}

export function SendHere({ base }: { base: string }) {
  return (
    <Section
      title="Send data here"
      aside={
        <a href="/api/v1/docs" className="underline underline-offset-3 hover:text-ink">
          API description
        </a>
      }
    >
      <div className="flex flex-col gap-6">
        {doors(base).map(({ name, address, does, example }) => (
          <div key={name} className="min-w-0">
            <h3 className="font-semibold">{name}</h3>
            <p className="text-small text-soft">{does}</p>
            <p className="mt-1 text-small wrap-anywhere">{address}</p>
            <div className="mt-2 flex items-start gap-2">
              <pre className="min-w-0 flex-1 rounded-control bg-hover px-3 py-2 text-label/5 whitespace-pre-wrap wrap-anywhere">
                {example}
              </pre>
              <CopyButton text={example} label={`Copy the example for the ${name}`} />
            </div>
          </div>
        ))}
      </div>
    </Section>
  );
}
