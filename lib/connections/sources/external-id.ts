/** Ours for a system's own id of a person: two connections may both have a contact 12. */
export const externalIdOf = (system: string, connectionId: string, id: string | number): string =>
  `${system}-${connectionId.slice(0, 8)}-${id}`;
