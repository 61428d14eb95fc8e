/** A row within a value of a statement: its instant is a text. */
export type Told<Row extends { at: Date }> = Omit<Row, "at"> & { at: string };

/** The row with its instant. */
export const told = <Row extends { at: string }>(row: Row) => ({ ...row, at: new Date(row.at) });
