let goesOnWriting = false;

/** Says that the next lead is opened to be written about. */
export function arriveWriting(): void {
  goesOnWriting = true;
}

/** True once where somebody came to go on writing: the text then has the focus (O.2). */
export function arrivedWriting(): boolean {
  const arrived = goesOnWriting;
  goesOnWriting = false;
  return arrived;
}
