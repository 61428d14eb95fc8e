const FILE = /\/([^/?#]+\.(?:pdf|docx?|pptx?|xlsx?|zip|epub))(?:[?#]|$)/i;

/** The name of the file that a link leads to; null where it leads to a page. */
export function fileNamed(url: string): string | null {
  const name = FILE.exec(url)?.[1];
  return name === undefined ? null : decoded(name);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
