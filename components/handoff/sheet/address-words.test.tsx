import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { AddressWords } from "./address-words";

const drawn = (email: string) => renderToStaticMarkup(<AddressWords email={email} />);

it("breaks an address before its domain and at the dots before it, never within the domain", () => {
  const html = drawn("ada.byron@ravnkollen-cold-chain.example");
  expect(html).toMatch(/^ada<wbr\/>\.byron<wbr\/>@ravnkollen-cold-chain\.example$/);
  expect(html.replaceAll(/<[^>]+>/g, "")).toBe("ada.byron@ravnkollen-cold-chain.example");
});

it("leaves what is no address as it is", () => {
  expect(drawn("unknown")).toBe("unknown");
});
