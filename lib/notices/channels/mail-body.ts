import type { Message } from "./channel";

const MARKUP: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => MARKUP[sign] ?? sign);

/** The mail as plain text. */
export function mailText({ title, lines, link }: Message): string {
  return [title, "", ...lines, "", `${link.text}:`, link.url, ""].join("\n");
}

/** The same as HTML without images, styles from elsewhere or anything that is loaded. */
export function mailHtml({ title, lines, link }: Message): string {
  const rows = lines.map((line) => `<p style="margin:0 0 4px">${escaped(line)}</p>`).join("");
  return [
    '<!doctype html><html lang="en"><body style="font:15px/1.45 system-ui,sans-serif">',
    `<p style="margin:0 0 8px;font-weight:600">${escaped(title)}</p>`,
    rows,
    `<p style="margin:12px 0 0"><a href="${escaped(link.url)}">${escaped(link.text)}</a></p>`,
    "</body></html>",
  ].join("");
}
