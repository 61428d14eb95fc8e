/** Does one step and prints one quiet line about it: `✓ Database started (0.9 s)`. */
export async function step<T>(label: string, work: () => Promise<T> | T): Promise<T> {
  const began = performance.now();
  const seconds = () => `(${((performance.now() - began) / 1000).toFixed(1)} s)`;
  try {
    const result = await work();
    say(`✓ ${label} ${seconds()}`);
    return result;
  } catch (error) {
    say(`✗ ${label} ${seconds()}`);
    throw error;
  }
}

/** To standard error, so that a command whose output is read by a program stays readable. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** An error whose message says all there is to say; it is printed without a stack. */
export class Explained extends Error {
  override name = "Explained";
}

const EXPLAINED = ["Explained", "InvalidEnvironment", "UnusableDatabase"];

/** Runs a script's body and ends the process: with 0, or 1 and the reason in words. */
export async function main(body: () => Promise<number | undefined>): Promise<never> {
  try {
    process.exit((await body()) ?? 0);
  } catch (error) {
    const known = error instanceof Error && EXPLAINED.includes(error.name);
    say(known ? error.message : String(error instanceof Error ? (error.stack ?? error) : error));
    process.exit(1);
  }
}
