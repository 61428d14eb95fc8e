import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { Explained, main, say } from "./step";

const TAKEN = "test-results/screenshots";
const SHOWN = "docs/screenshots";

/** The README's pictures, by the names under which the end-to-end run takes them. */
const PICTURES = {
  "handoff.png": "handoff-wide.png",
  "queue.png": "queue-wide.png",
  "editor.png": "editor-wide.png",
  "audit.png": "audit-wide-dark.png",
  "handoff-phone.png": "handoff-phone.png",
};

/** `npm run screenshots`: puts the pictures of the last `npm test` into the README. */
await main(async () => {
  mkdirSync(SHOWN, { recursive: true });
  for (const [shown, taken] of Object.entries(PICTURES)) {
    if (!existsSync(`${TAKEN}/${taken}`)) {
      throw new Explained(`${TAKEN}/${taken} is not there. Run npm test first.`);
    }
    copyFileSync(`${TAKEN}/${taken}`, `${SHOWN}/${shown}`);
  }
  say(`✓ ${Object.keys(PICTURES).length} pictures put into ${SHOWN}`);
});
