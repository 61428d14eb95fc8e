import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Identity } from "./identity";

const words = {
  name: "محمد العلي",
  who: ["مدير العمليات", "شركة النخيل"],
  there: { time: "08:00", quiet: false },
  place: "Norway",
  marks: [],
  documented: "Warm",
};

test("C1.7 a title that is written from right to left leaves the time beside it in its place", () => {
  const html = renderToStaticMarkup(<Identity words={words} />);
  expect(html).toContain("<bdi>مدير العمليات</bdi>, <bdi>شركة النخيل</bdi> · ");
  expect(html).toContain("08:00\u00a0there");
});
