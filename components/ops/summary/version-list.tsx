"use client";

import { type ReactNode, useState } from "react";
import { Button } from "../../ui/button";
import { Compared } from "./compared";
import { useSummary } from "./summary-desk";

/** A saved version in the reader's words. */
type VersionLine = {
  version: number;
  text: string;
  author: string;
  when: string;
  asDrafted: boolean;
};

type VersionProps = { line: VersionLine; before: VersionLine | undefined; inForce: boolean };

/** One version: its text, or what changed in it, and the way back to it. */
function Version({ line, before, inForce }: VersionProps) {
  const { state, dirty, pending, write, restore } = useSummary();
  const [against, setAgainst] = useState<"before" | "editor" | null>(null);
  const { version, text, author, when, asDrafted } = line;
  const other = against === "editor" ? state.text : before?.text;
  const turn = (to: "before" | "editor") => setAgainst(against === to ? null : to);
  return (
    <li className="border-b border-line py-2 last:border-b-0">
      <p className="num text-faint">
        Version {version}, {author}, {when}
        {asDrafted && ", the draft as it was"}
      </p>
      {against === null || other === undefined ? (
        <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>
      ) : against === "editor" ? (
        <Compared before={text} after={other} />
      ) : (
        <Compared before={other} after={text} />
      )}
      <p className="-ml-1.5 flex flex-wrap">
        {before && (
          <Bare on={against === "before"} press={() => turn("before")}>
            What changed since version {before.version}
          </Bare>
        )}
        {text !== state.text && (
          <>
            <Bare on={against === "editor"} press={() => turn("editor")}>
              Compare with the editor
            </Bare>
            <Bare press={() => write(text)}>Put into the editor</Bare>
          </>
        )}
        {!inForce && (
          <Button
            variant="bare"
            className="px-1.5"
            disabledReason={dirty ? "Save what you are writing first, or drop it." : undefined}
            onClick={() => !pending && restore(text)}
          >
            Restore version {version}
          </Button>
        )}
      </p>
    </li>
  );
}

type BareProps = { on?: boolean; press: () => void; children: ReactNode };

function Bare({ on, press, children }: BareProps) {
  return (
    <Button variant="bare" className="px-1.5" aria-pressed={on} onClick={press}>
      {children}
    </Button>
  );
}

/** Every saved version, the newest first, compared word by word; any can be restored (O.3). */
export function VersionList({ versions }: { versions: readonly VersionLine[] }) {
  if (versions.length === 0) return null;
  const count = versions.length === 1 ? "1 saved version" : `${versions.length} saved versions`;
  return (
    <details className="mt-2 text-small">
      <summary className="opens">{count}</summary>
      <ol className="mt-1 border-l border-line-strong pl-3">
        {versions.map((line, at) => (
          <Version key={line.version} line={line} before={versions[at + 1]} inForce={at === 0} />
        ))}
      </ol>
    </details>
  );
}
