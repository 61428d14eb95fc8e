import type { Reader } from "@/lib/platform/format";
import type { Version } from "@/lib/written-standard/view";
import { ReaderTime } from "../shell/reader-time";
import { FieldRow, Fields } from "../ui/fields";

type VersionFactsProps = { version: Version; reader: Reader; now: Date };

/** From when a version counts, and who signed it. The first is the article's own. */
export function VersionFacts({ version, reader, now }: VersionFactsProps) {
  const { takesEffect, signers, reason } = version;
  const own = !signers.marketing && !signers.sales;
  return (
    <Fields>
      <FieldRow name={takesEffect <= now ? "In force" : "Takes effect"}>
        {own ? (
          "From the beginning"
        ) : (
          <>
            {takesEffect <= now && "Since "}
            <ReaderTime
              at={takesEffect}
              now={now}
              reader={reader}
              as={takesEffect <= now ? "within" : "moment"}
            />
          </>
        )}
      </FieldRow>
      {own && <FieldRow name="Signed">Needs no signature: the checklist as it is written</FieldRow>}
      {signers.marketing && <FieldRow name="Marketing">{signers.marketing}</FieldRow>}
      {signers.sales && <FieldRow name="Sales">{signers.sales}</FieldRow>}
      {reason && <FieldRow name="Why">{reason}</FieldRow>}
    </Fields>
  );
}
