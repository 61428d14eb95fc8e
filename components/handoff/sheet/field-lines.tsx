"use client";

import { Fragment, type ReactNode } from "react";
import { FieldRow, Fields } from "../../ui/fields";
import { Time } from "../../ui/time";
import { Tooltip } from "../../ui/tooltip";
import { Trust } from "../../ui/trust";
import type { ExplainedWords, LineWords } from "../words/line";
import { AddressWords } from "./address-words";
import { FieldName, ReportMissing } from "./field-name";
import { ReachLink } from "./reach-link";
import { RoutingPath } from "./routing-path";

const looks = { strong: "font-semibold", bad: "font-medium text-bad", above: "above" };

/** Words that stand for a list: it comes up on hover, focus and tap, and is read aloud. */
function Explained({ words, label, lines }: ExplainedWords) {
  return (
    <Tooltip
      lines={lines}
      label={label}
      className="explained underline decoration-line-strong decoration-dotted"
    >
      {words}
    </Tooltip>
  );
}

/** Characters of a part from which on it takes two lines and no more: whole on hover, on a phone and on paper. */
const LONG_PIECE = 40;

/** A value of several parts; one that is not there is said to be, and can be reported. */
function Pieces({ id, pieces = [] }: Pick<LineWords, "id" | "pieces">) {
  return pieces.map((piece, place) => {
    const comma = place < pieces.length - 1 && ", ";
    if (typeof piece === "string") {
      const said = piece + (comma || "");
      if (piece.length <= LONG_PIECE) return said;
      return (
        <span key={piece} className="two-lines">
          {said}
        </span>
      );
    }
    return (
      <Fragment key={piece.label}>
        <span className="font-medium text-bad">{piece.words}</span>
        {id && <ReportMissing id={id} label={piece.label} />}
        {comma}
      </Fragment>
    );
  });
}

function drawn(line: LineWords): ReactNode {
  const { words, link, look, time, pieces } = line;
  if (pieces) return <Pieces {...line} />;
  if (link)
    return (
      <ReachLink {...link}>
        {link.kind === "email" ? <AddressWords email={words} /> : words}
      </ReachLink>
    );
  if (look) return <span className={looks[look]}>{words}</span>;
  return time ? <Time {...time}>{words}</Time> : words;
}

function Value({ line }: { line: LineWords }) {
  const { explained, after, faint, trust, doubt, below, path } = line;
  return (
    <>
      {drawn(line)}
      {explained && <Explained {...explained} />}
      {after}
      {faint && <span className="text-faint">{faint}</span>} {trust && <Trust {...trust} />}
      {doubt && <span className="block text-warn">{doubt}</span>}
      {below?.map((each) => (
        <span key={each} className="block text-faint">
          {each}
        </span>
      ))}
      {path && <RoutingPath steps={path} />}
    </>
  );
}

function Line({ line }: { line: LineWords }) {
  const { id, label, words, absent } = line;
  return (
    <FieldRow name={id ? <FieldName id={id} label={label} /> : label}>
      {absent ? (
        <>
          <span className={absent === "wanted" ? "font-medium text-bad" : "text-faint"}>
            {words}
          </span>
          {id && <ReportMissing id={id} label={label} />}
        </>
      ) : (
        <Value line={line} />
      )}
    </FieldRow>
  );
}

/** The fields of a category: each its name, its value with its trust, or that it is not there. */
export function FieldLines({ lines }: { lines: readonly LineWords[] }) {
  return (
    <Fields>
      {lines.map((line) => (
        <Line key={line.label} line={line} />
      ))}
    </Fields>
  );
}
