import { describe, expect, it } from "vitest";
import { bestTime } from "@/lib/platform/testing/best-time";
import { isPlaceholder } from "./placeholder";

describe("C a placeholder is no value", () => {
  it.each([
    ...["N/A", "n.a.", "TBD", "x", "-", "—", "...", "null", "undefined", "test", "keine Angabe"],
    ...[
      "k.A.",
      "k. A.",
      "k/A",
      "NaN",
      "#N/A",
      "#REF!",
      "#VALUE!",
      "#NAME?",
      "#DIV/0!",
      "n.n.",
      "n. n.",
    ],
    ...["n/d", "n.d.", "s/d", "n/c", "n.v.t.", "nvt", "Anonymous", "anonym", "anónimo", "匿名"],
    ...["ohne Angabe", "nicht angegeben", "nicht bekannt", "nicht verfügbar", "nicht zutreffend"],
    ...["non communiqué", "non disponible", "non applicable", "sin datos", "no aplica", "ninguna"],
    ...[
      "não informado",
      "não se aplica",
      "sem informação",
      "non disponibile",
      "nessuno",
      "niet bekend",
    ],
    ...["geen", "ikke relevant", "ej angivet", "ei tietoa", "brak danych", "neuvedeno"],
    ...["не указано", "нет данных", "不適用", "非公開", "未設定", "해당 없음", "익명"],
    ...["null null", "test test", "Unknown Unknown"],
    ...["{{contact.firstname}}", "{{ first_name }}", "%FIRSTNAME%", "*|FNAME|*", "[[lead.name]]"],
    ...[
      "\x24{lead.Company}",
      "missing",
      "redacted",
      "[object Object]",
      "not disclosed",
      "prefer not to say",
    ],
  ])("%s", (text) => expect(isPlaceholder(text)).toBe(true));

  it.each([
    ...["Nan", "Nan Goldin", "Ka", "K. Anders", "N. Nguyen", "NN", "NN Group", "Nd", "Sd", "Brak"],
    ...[
      "Test Valley",
      "Anonymous Content",
      "None Such Ltd",
      "Null Object",
      "Leer",
      "Geena",
      "Xu Xu",
    ],
    ...[
      "Tom Tom",
      "Duran Duran",
      "100% Design",
      "Value",
      "Ref",
      "Missing Link",
      "R&D",
      "C++",
      "Ng",
    ],
    ...[
      "K.A.",
      "K. A.",
      "N.N.",
      "N. D.",
      "Na Na",
      "Test Test Test Test Kitchen",
      "Head of {Design}",
      "Jean-No",
      "Nessuno Srl",
      "Ana",
      "Na Li",
    ],
  ])("not %s", (text) => expect(isPlaceholder(text)).toBe(false));

  it("takes no longer than its length", () => {
    for (const part of ["{{a", "${", "%A", "[[", "test ", "*|", "( "])
      expect(bestTime(2, () => isPlaceholder(part.repeat(100_000)))).toBeLessThan(300);
  });
});
