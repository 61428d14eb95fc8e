import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { DEFAULT_STANDARD } from "@/lib/standard/standard";
import { StandardDocument } from "./standard-document";

describe("the standard in force", () => {
  it("is one block: its last sentence takes no column from what stands beside the document", () => {
    const document = <StandardDocument label="Version 1" terms={DEFAULT_STANDARD} />;
    const html = renderToStaticMarkup(document);
    expect(html).toMatch(/^<div[^>]*><table.*goes out with the draft\.<\/p><\/div>$/);
  });
});
