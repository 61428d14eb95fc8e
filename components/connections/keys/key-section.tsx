import type { KeyRow } from "@/lib/access/keys/key-row";
import { formatAge, formatDay, type Reader } from "@/lib/platform/format";
import { Section } from "../../ui/section";
import { opensWords } from "./key-kinds";
import { KeyTable } from "./key-table";
import { NewKey } from "./new-key";

type KeySectionProps = { keys: KeyRow[]; reader: Reader; now: Date };

/** The keys of systems that send, for those who may make and revoke them. */
export function KeySection({ keys, reader, now }: KeySectionProps) {
  const lines = keys.map(({ id, name, kind, scopes, createdAt, lastUsedAt }) => ({
    id,
    name,
    opens: opensWords(kind, scopes),
    created: formatDay(createdAt, reader, now),
    used: lastUsedAt ? formatAge(lastUsedAt, now, reader) : "Never used",
  }));
  return (
    <Section
      title="Keys"
      aside={
        <div className="-my-2">
          <NewKey />
        </div>
      }
    >
      <KeyTable lines={lines} />
    </Section>
  );
}
