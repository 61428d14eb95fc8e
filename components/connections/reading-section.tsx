import type { Reading } from "@/lib/connections/sources/reading";
import type { Reader } from "@/lib/platform/format";
import { Section } from "../ui/section";
import { readingLine } from "./reading-line";
import { ReadingTable } from "./reading-table";

type ReadingSectionProps = { readings: readonly Reading[]; reader: Reader; now: Date };

/** What is read of a system that is read; nothing where it only sends. */
export function ReadingSection({ readings, reader, now }: ReadingSectionProps) {
  if (readings.length === 0) return null;
  return (
    <Section title="Read back" className="mt-5 mb-8 min-w-0">
      <ReadingTable lines={readings.map((one) => readingLine(one, reader, now))} />
    </Section>
  );
}
