import { escapedHtml } from "@/lib/platform/escaped-html";
import type { Message } from "./channel";

/** The mail as plain text. */
export function mailText({ title, lines, link }: Message): string {
  return [title, "", ...lines, "", `${link.text}:`, link.url, ""].join("\n");
}

/** The same as HTML without images, styles from elsewhere or anything that is loaded. */
export function mailHtml({ title, lines, link }: Message): string {
  const rows = lines.map((line) => `<p style="margin:0 0 4px">${escapedHtml(line)}</p>`).join("");
  return [
    '<!doctype html><html lang="en"><body style="font:15px/1.45 system-ui,sans-serif">',
    `<p style="margin:0 0 8px;font-weight:600">${escapedHtml(title)}</p>`,
    rows,
    `<p style="margin:12px 0 0"><a href="${escapedHtml(link.url)}">${escapedHtml(link.text)}</a></p>`,
    "</body></html>",
  ].join("");
}
