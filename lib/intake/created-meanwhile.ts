/** Another transaction created the same lead in the same moment: the next try finds it. */
export class CreatedMeanwhile extends Error {
  override name = "CreatedMeanwhile";
}

/** Each try finds what was created before it, so that only ever fewer leads are in the way. */
const TRIES = 10;

/** Runs a transaction again where a lead that it wanted to create appeared meanwhile. */
export async function againWhereCreated<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries === TRIES || !(error instanceof CreatedMeanwhile)) throw error;
    }
  }
}
