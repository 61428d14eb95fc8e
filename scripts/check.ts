import { formatAndLint, rulesOfTheHouse, total, types, vitest } from "./stages";
import { main } from "./step";

/** `npm run check`: what can be known in two minutes on two cores; `npm test` adds the rest. */
await main(async () => {
  const first = await Promise.all([formatAndLint(), rulesOfTheHouse()]);
  const { failed, passed } = total([...first, await types(), await vitest("Unit", "unit")]);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});
