import type { Message } from "../channels/channel";

/** A lead's name that tries everything at once: a header, a mention, markup and a direction. */
export const HOSTILE =
  "Eve\r\nBcc: all@example.com <!channel> <https://evil.example|click> *bold* [x](https://evil.example) <script>alert(1)</script> &amp;";

/** What a rep is told of a new lead; `rest` replaces. */
export const aMessage = (rest: Partial<Message> = {}): Message => ({
  id: "0b9c1f3e-0000-4000-8000-000000000001",
  to: { name: "Amara Lindqvist", email: "amara@baton.example" },
  title: "New lead: Ingrid Solberg, Nordlys Logistics",
  lines: ["Asked for a demo today", "4 min left, until 14:33"],
  link: { text: "Open the lead", url: "https://baton.example/leads/1" },
  ...rest,
});
