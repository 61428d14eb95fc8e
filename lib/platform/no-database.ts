/**
 * What a page's error is called (`digest`) where the database did not answer: of an error on the server
 * nothing else reaches the page (https://react.dev/reference/react-dom/server/renderToPipeableStream).
 */
export const NO_DATABASE = "no-database";
