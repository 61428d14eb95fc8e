import type { Snapshot } from "@/lib/handoff/snapshot";
import { localHours } from "@/lib/queue/local-hours";
import { CATEGORIES } from "@/lib/standard/categories";
import { valueWords } from "@/lib/standard/values/value-words";
import type { NamedMark } from "../../ui/mark";
import { documentedWords } from "./documented-words";
import type { Reading } from "./field-state";

export type IdentityWords = {
  name: string;
  /** Their title and company, whichever is known. */
  who: string[];
  /** What time it is there (C1.7); null where that is not known. `quiet`: outside office hours. */
  there: { time: string; quiet: boolean } | null;
  place: string | null;
  marks: NamedMark[];
  documented: string;
};

/** Who it is, where, and how much of the standard came along. */
export function identityWords(snapshot: Snapshot, { reader, now }: Reading): IdentityWords {
  const { fields, completeness, timeZone } = snapshot;
  const words = (id: "C1.1" | "C1.2" | "C1.3" | "C1.7") =>
    valueWords(id, fields[id]?.value ?? null, reader.locale);
  const there = localHours(timeZone, now);
  return {
    name: words("C1.1") ?? "",
    who: [words("C1.2"), words("C1.3")].flatMap((one) => one || []),
    there: there && { time: there.time, quiet: there.quiet },
    place: words("C1.7"),
    marks: CATEGORIES.map(({ key, label }) => ({ name: label, state: completeness[key] })),
    documented: documentedWords(snapshot),
  };
}
