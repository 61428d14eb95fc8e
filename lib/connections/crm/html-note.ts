import { escapedHtml } from "@/lib/platform/escaped-html";

/** The last line of a note, by which it is found again where the CRM gives no id of ours to it. */
const referenceOf = (key: string) => `Baton reference ${key}`;

/** A note as HTML: its title, its lines, and our reference, which tells it from every other note. */
export const htmlNote = ({ key, title, text }: { key: string; title: string; text: string }) =>
  `<strong>${escapedHtml(title)}</strong><br>${escapedHtml(text).replaceAll("\n", "<br>")}` +
  `<br><br>${referenceOf(key)}`;

/** Whether a note that a CRM has is the one with this key, whatever became of its HTML there. */
export const hasReference = (html: string, key: string): boolean =>
  html.replace(/&nbsp;|\s+/g, " ").includes(referenceOf(key));
