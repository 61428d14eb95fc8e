"use client";

import { type ComponentType, useEffect, useState } from "react";

const AGAIN_MS = 3_000;

/**
 * A part whose code comes when it is first drawn; until then `Coming` stands there, or nothing. While
 * it does not come, since the server is away, it is asked for again: the error that a lazy component
 * throws would take the whole page away.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Coming: ComponentType<Props> = () => null,
): ComponentType<Props> {
  let known: ComponentType<Props> | undefined;
  return function Later(props: Props) {
    const [Part, setPart] = useState(() => known);
    useEffect(() => {
      if (Part) return;
      let timer: ReturnType<typeof setTimeout>;
      let gone = false;
      const ask = async () => {
        known ??= await load().catch(() => undefined);
        if (gone) return;
        if (known) setPart(() => known);
        else timer = setTimeout(ask, AGAIN_MS);
      };
      void ask();
      return () => {
        gone = true;
        clearTimeout(timer);
      };
    }, [Part]);
    return Part ? <Part {...props} /> : <Coming {...props} />;
  };
}
