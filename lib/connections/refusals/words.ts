/** A reason as the caller was told it, within a sentence of ours: 'the body is no JSON'. */
export const reasonInSentence = (reason: string): string =>
  `${reason.slice(0, 1).toLowerCase()}${reason.slice(1).replace(/\.$/, "")}`;
