/** Finds a dialog that waits for an answer; one that is fading out no longer does. */
export const OPEN_DIALOG = "[role=dialog]:not([data-closed])";
