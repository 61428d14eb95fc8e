import type { Metadata } from "next";
import { headers } from "next/headers";
import { HooksGuide } from "@/components/api-docs/hooks-guide";
import { Operation } from "@/components/api-docs/operation";
import { RoutingGuide } from "@/components/api-docs/routing-guide";
import { RulesGuide } from "@/components/api-docs/rules-guide";
import { SchemaFields } from "@/components/api-docs/schema-fields";
import { SigningGuide, TrackingGuide } from "@/components/api-docs/sending-guide";
import { openApi } from "@/lib/api/openapi";
import { operationsOf } from "@/lib/api/operations";
import { baseUrl } from "@/lib/platform/env";

export const metadata: Metadata = { title: "API" };

/** The public API for people, made of the same description that programs read. */
export default async function ApiDocsPage() {
  const base = baseUrl((await headers()).get("host"));
  const { operations, documents } = operationsOf(openApi());
  return (
    <main id="main" className="mx-auto max-w-[860px] px-5 pt-10 pb-24">
      <p className="mb-6 text-reading/6 font-bold tracking-[-0.01em]">Baton</p>
      <h1 className="text-name font-bold tracking-[-0.02em]">API</h1>
      <p className="mt-2 max-w-[68ch] text-reading text-soft">
        JSON over HTTPS, with a key that an admin makes under Connections. Errors are problem
        details (RFC 9457) that name each field. For programs:{" "}
        <a className="underline underline-offset-3 hover:text-ink" href="/api/v1/openapi.json">
          OpenAPI 3.1
        </a>
        .
      </p>
      <RulesGuide />
      <TrackingGuide base={base} />
      <SigningGuide base={base} />
      <RoutingGuide base={base} />
      <HooksGuide base={base} />
      <nav aria-label="Operations" className="mt-14">
        <ul className="text-small/6">
          {operations.map(({ id, method, path, summary }) => (
            <li key={id}>
              <a href={`#${id}`} className="inline-flex min-h-6 gap-2 hover:text-accent">
                <span className="w-11 shrink-0 font-medium text-faint">{method}</span>
                <span>
                  {path} <span className="text-faint">{summary}</span>
                </span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {operations.map((operation) => (
        <Operation key={operation.id} operation={operation} base={base} />
      ))}
      <h2 className="mt-16 text-name font-bold tracking-[-0.02em]">Documents</h2>
      {documents.map(({ name, fields }) => (
        <section key={name} id={name} aria-labelledby={`${name}-name`} className="mt-8 scroll-mt-6">
          <h3 id={`${name}-name`} className="mb-2 font-semibold">
            {name}
          </h3>
          <SchemaFields label={name} fields={fields} />
        </section>
      ))}
    </main>
  );
}
