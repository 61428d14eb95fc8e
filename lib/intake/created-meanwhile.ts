/** Another transaction created the same lead in the same moment: the next try finds it. */
export class CreatedMeanwhile extends Error {
  override name = "CreatedMeanwhile";
}

/** Runs a transaction again where a lead that it wanted to create appeared meanwhile. */
export async function retryOnce<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CreatedMeanwhile)) throw error;
    return work();
  }
}
