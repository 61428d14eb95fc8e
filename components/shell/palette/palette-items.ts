/** One thing to choose: a place to go to, or a button of the page to press. */
export type PaletteItem = {
  id: string;
  label: string;
  detail?: string;
  kbd?: string;
  href?: string;
  press?: () => void;
};

export type PaletteGroup = { name: string; items: PaletteItem[] };

const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** The items that have every word somewhere in their label; all of them where nothing is typed. */
export function matching(items: readonly PaletteItem[], words: string): PaletteItem[] {
  const each = plain(words).split(/\s+/).filter(Boolean);
  return items.filter(({ label }) => each.every((word) => plain(label).includes(word)));
}
