const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** True where a text can be the id of a row; what cannot is never asked of the database. */
export function isId(text: string | undefined): text is string {
  return text !== undefined && UUID.test(text);
}
