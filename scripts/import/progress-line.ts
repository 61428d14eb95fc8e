/** Between two lines where they pile up (a log), in milliseconds; on a terminal one line moves. */
const PAUSE = 5_000;
const PAUSE_ON_TERMINAL = 100;

/** Tells on standard error how far an import has come; `bytes` is the size of its file. */
export function progressLine(bytes: number) {
  const moving = process.stderr.isTTY === true;
  const pause = moving ? PAUSE_ON_TERMINAL : PAUSE;
  const began = performance.now();
  let told = began;
  return {
    tell(rowsRead: number, bytesRead?: number): void {
      if (performance.now() - told < pause) return;
      told = performance.now();
      const share = bytesRead === undefined || bytes === 0 ? "" : `, ${percent(bytesRead / bytes)}`;
      const line = `${rowsRead.toLocaleString("en")} rows${share}`;
      process.stderr.write(moving ? `\r\u001b[K${line}` : `${line}\n`);
    },
    /** Takes a moving line away, and tells how long it all took. */
    end(): string[] {
      if (moving) process.stderr.write("\r\u001b[K");
      return [`Took ${((performance.now() - began) / 1000).toFixed(1)} s.`];
    },
  };
}

const percent = (ratio: number) => `${Math.floor(Math.min(1, ratio) * 100)}%`;
