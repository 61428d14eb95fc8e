import type { Metadata } from "next";
import { NewPhrase } from "@/components/settings/phrases/new-phrase";
import { phraseLine } from "@/components/settings/phrases/phrase-line";
import { PhraseTable } from "@/components/settings/phrases/phrase-table";
import { SettingsHeader } from "@/components/settings/settings-header";
import { requireViewer } from "@/lib/access/current-viewer";
import { settingsOf } from "@/lib/access/places";
import { phraseUsage } from "@/lib/audit/phrase-usage/queries";
import { LEAST_DECISIONS } from "@/lib/audit/phrase-usage/usage";
import { phrasesAddress } from "@/lib/platform/address";

export const metadata: Metadata = { title: "Phrases" };

export default async function PhrasesPage() {
  const viewer = await requireViewer(phrasesAddress(), "document leads");
  const phrases = await phraseUsage(viewer);
  return (
    <>
      <SettingsHeader
        title="Phrases"
        current={phrasesAddress()}
        places={settingsOf(viewer)}
        count={String(phrases.length)}
      />
      <p className="mt-4 mb-3 max-w-[72ch] text-small text-soft">
        Flags that one press sets on a lead. What stands in braces is asked for: {"{months}"},{" "}
        {"{competitor}"}, {"{event}"}. Acceptance is compared from {LEAST_DECISIONS} decisions on
        each side; a difference need not be the flag’s doing.
      </p>
      <PhraseTable lines={phrases.map((phrase) => phraseLine(phrase, viewer.locale))} />
      <NewPhrase />
    </>
  );
}
