import type { DescribedAnswer, DescribedOperation } from "@/lib/api/operations";
import { CopyButton } from "../ui/copy-button";
import { SchemaFields } from "./schema-fields";

type OperationProps = { operation: DescribedOperation; base: string };

/** A call that works once the key is filled in. */
function callOf({ method, path, example }: DescribedOperation, base: string): string {
  const lines = [`curl ${base}${path}`, `-H "Authorization: Bearer $API_KEY"`];
  if (method !== "GET") lines.splice(1, 0, `-X ${method}`);
  if (example)
    lines.push(`-H "Content-Type: application/json"`, `-d '${JSON.stringify(example, null, 2)}'`);
  return lines.join(" \\\n  ");
}

/** One answer: in words, where its document is described, and how one looks; problems look alike. */
function Answer({ answer }: { answer: DescribedAnswer }) {
  const { status, words, document, example } = answer;
  return (
    <li className="flex gap-3">
      <span className="num w-8 shrink-0 font-medium">{status}</span>
      <div className="min-w-0 flex-1">
        {words}
        {document && (
          <>
            {", "}
            <a href={`#${document}`} className="underline underline-offset-3">
              {document}
            </a>
          </>
        )}
        {example && document !== "Problem" && (
          <details>
            <summary className="w-fit cursor-pointer text-faint hover:text-ink">Example</summary>
            <pre className="mt-1 mb-3 rounded-control bg-hover px-3 py-2 text-label/5 whitespace-pre-wrap wrap-anywhere">
              {JSON.stringify(example, null, 2)}
            </pre>
          </details>
        )}
      </div>
    </li>
  );
}

/** One operation: what it does, a call of it, what it takes and what it answers. */
export function Operation({ operation, base }: OperationProps) {
  const { id, method, path, summary, description, scope, takes, answers } = operation;
  const call = callOf(operation, base);
  return (
    <section id={id} aria-labelledby={`${id}-name`} className="mt-14 scroll-mt-6">
      <h2 id={`${id}-name`} className="text-reading font-semibold">
        {summary}
      </h2>
      <p className="mt-0.5 text-small wrap-anywhere text-soft">
        <span className="font-medium text-ink">{method}</span> {path}
        {scope && <span className="text-faint">, with a key for {scope}</span>}
      </p>
      {description && <p className="mt-2 max-w-[68ch] text-soft">{description}</p>}
      <div className="mt-3 flex items-start gap-2">
        <pre className="min-w-0 flex-1 rounded-control bg-hover px-3 py-2 text-label/5 whitespace-pre-wrap wrap-anywhere">
          {call}
        </pre>
        <CopyButton text={call} label={`Copy the call: ${summary}`} />
      </div>
      {takes.length > 0 && (
        <>
          <h3 className="mt-5 mb-1.5 text-label font-semibold text-soft">Takes</h3>
          <SchemaFields label={`What it takes: ${summary}`} fields={takes} asked />
        </>
      )}
      <h3 className="mt-5 mb-1.5 text-label font-semibold text-soft">Answers</h3>
      <ul className="text-small/6">
        {answers.map((answer) => (
          <Answer key={answer.status} answer={answer} />
        ))}
      </ul>
    </section>
  );
}
