/** Letters that carry their mark through the stroke, which Unicode does not take apart. */
const STROKES: Readonly<Record<string, string>> = {
  ø: "o",
  æ: "ae",
  ß: "ss",
  ł: "l",
  đ: "d",
  ı: "i",
};

/** A name as it stands in addresses: lower case, a to z, digits, single hyphens. */
export function addressPart(name: string): string {
  return name
    .toLowerCase()
    .replace(/[øæßłđı]/g, (letter) => STROKES[letter] ?? letter)
    .normalize("NFD")
    .replace(/[\u0300-\u036f’']/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
