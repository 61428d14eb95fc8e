import type { Reading } from "@/lib/connections/sources/reading";
import type { RefusedRecord } from "@/lib/connections/sources/refused/record";
import type { Reader } from "@/lib/platform/format";
import { Section } from "../../ui/section";
import { AskRefused } from "./ask-refused";
import { readingLine } from "./reading-line";
import { ReadingTable } from "./reading-table";
import { RefusedRecords } from "./refused-records";

type ReadingSectionProps = {
  connectionId: string;
  readings: readonly Reading[];
  /** What the other side refuses to tell, the latest first. */
  refused: readonly RefusedRecord[];
  paused: boolean;
  mayRetry: boolean;
  reader: Reader;
  now: Date;
};

/** What is read of a system that is read, and what it refuses; nothing where it only sends. */
export function ReadingSection(props: ReadingSectionProps) {
  const { connectionId, readings, refused, paused, mayRetry, reader, now } = props;
  if (readings.length === 0) return null;
  return (
    <Section title="Read back" className="mt-5 mb-8 min-w-0">
      <ReadingTable lines={readings.map((one) => readingLine(one, reader, now))} />
      <RefusedRecords
        {...{ readings, refused, paused, reader, now }}
        retry={mayRetry && <AskRefused connectionId={connectionId} />}
      />
    </Section>
  );
}
