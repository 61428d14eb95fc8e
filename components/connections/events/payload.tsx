import { CopyButton } from "../../ui/copy-button";
import { Section } from "../../ui/section";

/** As much as anybody reads; a list of thousands would make the page slow. */
const SHOWN = 100_000;

/** What was sent, with secrets and signatures masked; `kept` says what it is and for how long. */
export function Payload({ text, kept }: { text: string; kept: string }) {
  const cut = text.length > SHOWN;
  return (
    <Section
      title="Payload"
      aside={<CopyButton text={text.slice(0, SHOWN)} label="Copy the payload" />}
      className="min-w-0"
    >
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        tabIndex={0}
        className="max-h-[70vh] overflow-y-auto rounded-control bg-hover px-3 py-2 font-mono text-label/5 whitespace-pre-wrap wrap-anywhere"
      >
        {text.slice(0, SHOWN)}
      </pre>
      <p className="mt-2 text-small text-faint">
        {cut && "Only its beginning is shown. "}
        Secrets and signatures are masked. {kept}
      </p>
    </Section>
  );
}
