import { describe, expect, it } from "vitest";
import { chat, download, form } from "../testing/story";
import { asksUs } from "./asking";
import { act } from "./wording";

describe("C4 what asks us for something", () => {
  it.each([
    "Request a demo",
    "Demo anfordern",
    "Devis",
    "Solicitud de presupuesto",
    "Kontaktformular",
    "Richiesta di preventivo",
    "Pedido de orçamento",
    "Offerte aanvragen",
    "Kostenlos testen",
    "デモのお申し込み",
    "お問い合わせ",
    "Security pack request",
  ])("is a form by its name: %s", (name) => {
    expect(asksUs(form(1, name))).toBe(true);
  });

  it.each(["Newsletter", "Webinar feedback", "Nyhetsbrev", "Preferences"])(
    "is no form that asks for nothing: %s",
    (name) => {
      expect(asksUs(form(1, name))).toBe(false);
    },
  );

  it.each([
    "Unsubscribe request",
    "Newsletter – unsubscribe",
    "Do not contact me",
    "Data deletion request",
    "Do Not Sell My Personal Information request",
    "Opt-out request",
    "Abmeldung vom Newsletter",
    "Désinscription newsletter",
  ])("is no form that asks to be left alone: %s", (name) => {
    const left = form(1, name, { message: "Please send me a demo" });
    expect(asksUs(left)).toBe(false);
    expect(act(left)).toBe(`Filled in the form ‘${name}’`);
  });

  it.each([
    "Could you send us a quote for 40 users?",
    "Wir hätten gern ein Angebot für 40 Plätze.",
    "Bonjour. Nous souhaitons un devis pour 40 postes.",
    "Nos gustaría ver una demo la semana que viene",
    "Vi vil gjerne ha et tilbud",
    "見積をお願いします",
  ])("is a form by what was typed into it: %s", (message) => {
    expect(asksUs(form(1, "Lead form 12", { message }))).toBe(true);
  });

  it.each(["The demo at the fair was good.", "We have a trial elsewhere", "Please unsubscribe me"])(
    "is no form that only mentions it: %s",
    (message) => {
      expect(asksUs(form(1, "Lead form 12", { message }))).toBe(false);
    },
  );

  it("is a chat by what the lead said, and not by what we said", () => {
    expect(asksUs(chat(1, "Agent: Hello\nVisitor: Können wir eine Demo bekommen?"))).toBe(true);
    expect(asksUs(chat(1, "Agent: Would you like a demo?\nVisitor: No, thank you"))).toBe(false);
    expect(asksUs(chat(1, "Visitor: How does rollback work?"))).toBe(false);
  });

  it("is nothing else", () => {
    expect(asksUs(download(1, "How to request a demo"))).toBe(false);
  });
});
