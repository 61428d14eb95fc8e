import { describe, expect, it } from "vitest";
import { insertion } from "./insertion";

const words = { sentence: "Read the pricing page twice.", clause: "read the pricing page twice" };
const at = (place: number) => ({ from: place, to: place });

describe("O.2 a touchpoint's words in the text", () => {
  it("are a sentence of their own in an empty text, at its end and between two sentences", () => {
    expect(insertion("", at(0), words)).toEqual({ text: words.sentence, caret: 28 });
    expect(insertion("Asked for a demo.", at(17), words).text).toBe(
      "Asked for a demo. Read the pricing page twice.",
    );
    expect(insertion("Asked. Wants SAP.", at(7), words).text).toBe(
      "Asked. Read the pricing page twice. Wants SAP.",
    );
  });

  it("go on inside a sentence", () => {
    expect(insertion("Ingrid and then left.", at(6), words).text).toBe(
      "Ingrid read the pricing page twice and then left.",
    );
  });

  it("take the place of what is selected", () => {
    expect(insertion("Ingrid xxx.", { from: 7, to: 10 }, words).text).toBe(
      "Ingrid read the pricing page twice.",
    );
  });
});
