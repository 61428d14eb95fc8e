import { expect, it } from "vitest";
import { againWhereCreated, CreatedMeanwhile } from "./created-meanwhile";

/** A transaction that finds another lead created in each of its first tries. */
function metBy(others: number) {
  let left = others;
  return async () => {
    if (left-- > 0) throw new CreatedMeanwhile();
    return "taken in";
  };
}

it("takes leads in whom several others create meanwhile, one after the other", async () => {
  expect(await againWhereCreated(metBy(5))).toBe("taken in");
});

it("ends where one is in the way for ever, and at any other failure", async () => {
  await expect(againWhereCreated(metBy(Number.POSITIVE_INFINITY))).rejects.toThrow(
    CreatedMeanwhile,
  );
  let tries = 0;
  const broken = againWhereCreated(async () => {
    tries += 1;
    throw new Error("a defect");
  });
  await expect(broken).rejects.toThrow("a defect");
  expect(tries).toBe(1);
});
