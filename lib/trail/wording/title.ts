import { capitalised } from "@/lib/platform/shown-text";

/** What a file is called besides what it is about: its state, its version, its language. */
const FILING = /^(?:final|draft|web|print|v\d+|rev\d*|[a-z]{2})$/i;
const ENDING = /\.(?:pdf|docx?|pptx?|xlsx?|csv|zip|html?)$/i;

/**
 * A title as a person would say it: without a file's ending, and a file's name with spaces for its
 * underscores and hyphens: 'security_pack_2026_EN-v3.pdf' is 'Security pack 2026'.
 */
export function spokenTitle(title: string): string {
  const name = title.trim().replace(ENDING, "");
  if (/\s/.test(name) || !/[_-]/.test(name)) return name || title;
  const parts = name.split(/[_-]+/).filter(Boolean);
  while (parts.length > 1 && FILING.test(parts.at(-1) ?? "")) parts.pop();
  const words = parts.join(" ") || name;
  return capitalised(words);
}

/** A page's title without the site's name, which every page of it bears. */
export function pageTitle(title: string): string {
  return title.replace(/\s+[|·]\s.*$/u, "").trim() || title;
}
