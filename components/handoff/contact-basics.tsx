import type { Snapshot } from "@/lib/handoff/snapshot";
import { Fields } from "../ui/fields";
import { Section } from "../ui/section";
import { FieldLine } from "./field-line";
import type { Reading } from "./field-state";
import { ReachLink } from "./reach-link";

type CategoryProps = { snapshot: Snapshot; reading: Reading };

const profile = (url: string) => url.replace(/^(https?:\/\/)?([a-z]+\.)?linkedin\.com\//, "");

/** C1, and with it how to reach the lead: what can be dialled and written to comes first. */
export function ContactBasics({ snapshot, reading }: CategoryProps) {
  const common = { snapshot, reading };
  const raw = (id: "C1.4" | "C1.5" | "C1.6") => String(snapshot.fields[id]?.value);
  const extension = snapshot.fields["C1.5"]?.detail?.extension;
  // RFC 3966: a phone that understands it dials on by itself.
  const behind = typeof extension === "string" ? `;ext=${extension}` : "";
  const place = snapshot.fields["C1.7"]?.value as { language?: string | null } | undefined;
  const language = !place || place.language;
  return (
    <Section title="Contact basics" mark={snapshot.completeness.contactBasics}>
      <Fields>
        <FieldLine id="C1.5" label="Phone" {...common}>
          {(words) => (
            <ReachLink href={`tel:${raw("C1.5")}${behind}`} kind="call" strong>
              {words}
            </ReachLink>
          )}
        </FieldLine>
        <FieldLine id="C1.4" label="Email" {...common}>
          {(words) => (
            <ReachLink href={`mailto:${raw("C1.4")}`} kind="email" kbd="E" strong>
              {words}
            </ReachLink>
          )}
        </FieldLine>
        <FieldLine id="C1.6" label="LinkedIn" {...common}>
          {(words) => (
            <ReachLink href={raw("C1.6")} kind="message" kbd="I">
              {profile(words)}
            </ReachLink>
          )}
        </FieldLine>
        <FieldLine id="C1.1" label="Full name" {...common} />
        <FieldLine id="C1.2" label="Title" {...common} />
        <FieldLine id="C1.3" label="Company" {...common} />
        <FieldLine id="C1.7" label={language ? "Language" : "Region"} {...common} />
      </Fields>
    </Section>
  );
}
