import type { Snapshot } from "@/lib/handoff/snapshot";
import { mailLink } from "@/lib/intake/emails/mail-link";
import type { Reading } from "./field-state";
import { type LineWords, lineWords } from "./line";

const profile = (url: string) => url.replace(/^(https?:\/\/)?([a-z]+\.)?linkedin\.com\//, "");

/** Characters that a line has room for beside the word of its trust. */
const ONE_LINE = 24;

/** What stands whole at the head of the page: here it is named for its trust, on one line. */
const above = (words: string) => (words.length > ONE_LINE ? ({ look: "above" } as const) : {});

/** C1, and with it how to reach the lead: what can be dialled and written to comes first. */
export function contactBasicsWords(snapshot: Snapshot, reading: Reading): LineWords[] {
  const common = [snapshot, reading] as const;
  const raw = (id: "C1.4" | "C1.5" | "C1.6") => String(snapshot.fields[id]?.value);
  const extension = snapshot.fields["C1.5"]?.detail?.extension;
  // RFC 3966: a phone that understands it dials on by itself.
  const behind = typeof extension === "string" ? `;ext=${extension}` : "";
  const place = snapshot.fields["C1.7"]?.value as { language?: string | null } | undefined;
  const language = !place || place.language;
  return [
    lineWords("C1.5", "Phone", ...common, () => ({
      link: { href: `tel:${raw("C1.5")}${behind}`, kind: "call", strong: true },
    })),
    lineWords("C1.4", "Email", ...common, () => ({
      link: { href: mailLink(raw("C1.4")), kind: "email", kbd: "E", strong: true },
    })),
    lineWords("C1.6", "LinkedIn", ...common, (words) => ({
      words: profile(words),
      link: { href: raw("C1.6"), kind: "message", kbd: "I" },
    })),
    lineWords("C1.1", "Full name", ...common, above),
    lineWords("C1.2", "Title", ...common, above),
    lineWords("C1.3", "Company", ...common, above),
    lineWords("C1.7", language ? "Language" : "Region", ...common),
  ];
}
