const MARKUP: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as it stands in HTML or in one of its attributes, where nothing of it is markup. */
export const escapedHtml = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => MARKUP[sign] ?? sign);
